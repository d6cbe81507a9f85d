package org.peercoach.training;

import java.time.Clock;
import java.util.Optional;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.NextStep;
import org.peercoach.course.NextStepProvider;
import org.peercoach.shared.time.Times;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The worksheets that wait for a trainer. */
@Component
class MarkingNextStep implements NextStepProvider {

    private static final int MINUTES_EACH = 5;
    private static final int LONGEST = 60;

    private final Marking marking;
    private final MessageSource messages;
    private final Clock clock;

    MarkingNextStep(Marking marking, MessageSource messages, Clock clock) {
        this.clock = clock;
        this.marking = marking;
        this.messages = messages;
    }

    @Override
    public Optional<NextStep> nextStep(Member member) {
        if (member.role() != MemberRole.TRAINER) {
            return Optional.empty();
        }
        Marking.Queue queue = marking.queue(member.course());
        GivenMarks.Handed oldest = queue.oldest();
        return oldest == null
                ? Optional.empty()
                : Optional.of(new NextStep(
                        Math.min(MINUTES_EACH * queue.waiting(), LONGEST),
                        words("training.marking.next", queue.waiting()),
                        words(
                                "training.marking.next.text",
                                Times.of(member.zone(), clock.instant()).moment(oldest.at())),
                        member.path(MarkingController.LIST)));
    }

    private String words(String key, Object value) {
        return messages.getMessage(key, new Object[] {value}, LocaleContextHolder.getLocale());
    }
}
