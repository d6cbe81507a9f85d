package org.peercoach.course.people;

import java.util.Locale;
import java.util.Optional;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.NextStep;
import org.peercoach.course.NextStepProvider;
import org.peercoach.course.launch.Purposes;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Before anything else a trainer says what the course is for. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PurposeQuestion implements NextStepProvider {

    private final Purposes purposes;
    private final MessageSource messages;

    PurposeQuestion(Purposes purposes, MessageSource messages) {
        this.purposes = purposes;
        this.messages = messages;
    }

    @Override
    public Optional<NextStep> nextStep(Member member) {
        if (member.role() != MemberRole.TRAINER || purposes.of(member.course()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                new NextStep(1, words("course.purpose.title"), words("course.purpose.lead"), member.path("/purpose")));
    }

    private String words(String key) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(key, null, locale);
    }
}
