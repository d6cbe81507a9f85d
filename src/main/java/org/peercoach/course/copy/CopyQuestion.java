package org.peercoach.course.copy;

import java.util.Locale;
import java.util.Optional;
import org.peercoach.course.LandingRule;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.NextStep;
import org.peercoach.course.NextStepProvider;
import org.peercoach.lti.LtiLaunch;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Asks the trainer of a copied course once. It stands on the home page; a launch ends at it only as long as nobody has
 * said what the course is for, for the answer may say that, too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CopyQuestion implements NextStepProvider, LandingRule {

    private static final String PLAIN = "LtiResourceLinkRequest";

    private final OpenQuestions questions;
    private final MessageSource messages;

    CopyQuestion(OpenQuestions questions, MessageSource messages) {
        this.questions = questions;
        this.messages = messages;
    }

    @Override
    public Optional<NextStep> nextStep(Member member) {
        if (member.role() != MemberRole.TRAINER
                || !questions.of(member.course()).open()) {
            return Optional.empty();
        }
        return Optional.of(
                new NextStep(1, words("course.copy.title"), words("course.copy.step"), member.path("/copy")));
    }

    @Override
    public Optional<String> path(LtiLaunch launch, Member member) {
        if (member.role() != MemberRole.TRAINER || !launch.messageType().equals(PLAIN)) {
            return Optional.empty();
        }
        OpenQuestions.Standing standing = questions.of(member.course());
        return standing.open() && !standing.purposeKnown() ? Optional.of(member.path("/copy")) : Optional.empty();
    }

    private String words(String key) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(key, null, locale);
    }
}
