package org.peercoach.survey;

import java.util.Optional;
import org.peercoach.course.Member;
import org.peercoach.course.NextStep;
import org.peercoach.course.NextStepProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A survey that a trainer has opened and that this member has not handed in; the own work comes first. */
@Component
@Order(20)
class SurveyNextSteps implements NextStepProvider {

    private final InstrumentCatalog catalog;
    private final SurveyDesk desk;
    private final MessageSource messages;

    SurveyNextSteps(InstrumentCatalog catalog, SurveyDesk desk, MessageSource messages) {
        this.catalog = catalog;
        this.desk = desk;
        this.messages = messages;
    }

    @Override
    public Optional<NextStep> nextStep(Member member) {
        // asked on everybody's first page: who answers none needs no question to the database
        if (catalog.all().stream().noneMatch(one -> one.kind().isAnsweredBy(member.role()))) {
            return Optional.empty();
        }
        return desk.all(member).stream()
                .filter(survey -> survey.asksMember() && survey.byTrainer() && !survey.handedIn())
                .filter(survey -> survey.phase(desk.now()) == Administration.Phase.OPEN)
                .map(survey -> step(member, survey))
                .findFirst();
    }

    private NextStep step(Member member, Survey survey) {
        String key = survey.begun() ? "survey.next.begun" : "survey.next";
        return new NextStep(
                survey.instrument().minutes(),
                survey.instrument().title(),
                messages.getMessage(key, null, LocaleContextHolder.getLocale()),
                member.path(survey.key().path()));
    }
}
