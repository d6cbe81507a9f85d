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

/** The activity a coach should go on with. */
@Component
@Order(10)
class TrainingNextSteps implements NextStepProvider {

    private final TrainingCatalog catalog;
    private final Workbook workbook;
    private final MessageSource messages;

    TrainingNextSteps(TrainingCatalog catalog, Workbook workbook, MessageSource messages) {
        this.catalog = catalog;
        this.workbook = workbook;
        this.messages = messages;
    }

    @Override
    public Optional<NextStep> nextStep(Member member) {
        if (member.role() != MemberRole.COACH) {
            return Optional.empty();
        }
        return workbook.progress(member, catalog.sessions()).stream()
                .flatMap(progress ->
                        progress.next().map(activity -> step(member, progress.session(), activity)).stream())
                .findFirst();
    }

    private NextStep step(Member member, SessionContent session, ActivityContent activity) {
        Object[] args = {
            session.number(), activity.number(), session.activities().size(), activity.intro()
        };
        String text = messages.getMessage("training.next.text", args, LocaleContextHolder.getLocale());
        return new NextStep(activity.minutes(), activity.title(), text, member.path(session.path(activity)));
    }
}
