package org.peercoach.training;

import java.util.Optional;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.NextStep;
import org.peercoach.course.NextStepProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The required activity a coach should go on with; what is optional keeps no other room from having its say. */
@Component
@Order(10)
class TrainingNextSteps implements NextStepProvider {

    private final Standings standings;
    private final MessageSource messages;

    TrainingNextSteps(Standings standings, MessageSource messages) {
        this.standings = standings;
        this.messages = messages;
    }

    @Override
    public Optional<NextStep> nextStep(Member member) {
        if (member.role() != MemberRole.COACH) {
            return Optional.empty();
        }
        return Standing.now(standings.of(member))
                .filter(Standing::needsWork)
                .map(one -> step(member, one.session(), one.next().orElseThrow()));
    }

    private NextStep step(Member member, SessionContent session, ActivityContent activity) {
        Object[] args = {session.number(), activity.number(), session.numbered(), activity.intro()};
        String text = messages.getMessage("training.next.text", args, LocaleContextHolder.getLocale());
        return new NextStep(activity.minutes(), activity.title(), text, member.path(session.path(activity)));
    }
}
