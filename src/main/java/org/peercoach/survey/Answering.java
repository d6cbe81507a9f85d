package org.peercoach.survey;

import java.time.Instant;
import java.util.List;
import org.peercoach.course.Member;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what members write and hand in. Nothing typed is lost, and a person has one response. */
@Service
class Answering {

    private final SurveyDesk desk;
    private final Responses responses;
    private final AnonymousAnswers anonymous;
    private final List<SurveyAsker> askers;

    Answering(SurveyDesk desk, Responses responses, AnonymousAnswers anonymous, List<SurveyAsker> askers) {
        this.desk = desk;
        this.responses = responses;
        this.anonymous = anonymous;
        this.askers = askers;
    }

    /** What became of a sheet. */
    sealed interface Outcome {

        /** The draft is kept. */
        record Kept(int version, Instant at) implements Outcome {}

        /** The draft is kept, and these fields still need an answer before it can be handed in. */
        record Missing(List<String> fields) implements Outcome {}

        /** It is handed in. */
        record HandedIn() implements Outcome {}

        /** Nothing was changed: another tab saved other answers meanwhile, and the person has to choose. */
        record Stale(Response kept) implements Outcome {}

        /** Nothing was changed: the survey is closed, or its answers can no longer be changed. */
        record Closed() implements Outcome {}
    }

    /** Keeps a draft. */
    @Transactional
    public Outcome keep(Member member, Survey survey, Sheet sheet) {
        Instant now = desk.now();
        Response response = responses.hold(desk.stored(member, survey), member, now);
        if (!changeable(member, survey, response, now)) {
            return new Outcome.Closed();
        }
        if (response.conflictsWith(sheet)) {
            return new Outcome.Stale(response);
        }
        if (!sheet.answers().isEmpty() || !response.draft().isEmpty()) {
            responses.keepDraft(response, sheet, now);
            return new Outcome.Kept(response.version() + 1, now);
        }
        return new Outcome.Kept(response.version(), response.changedAt());
    }

    /** Hands answers in, and tells the rooms that asked for them. What is not complete stays a draft. */
    @Transactional(isolation = Isolation.READ_COMMITTED) // rooms that are told count under locks, by what others wrote
    public Outcome handIn(Member member, Survey survey, Sheet sheet) {
        Instant now = desk.now();
        Administration administration = desk.stored(member, survey);
        Response response = responses.hold(administration, member, now);
        if (!changeable(member, survey, response, now)) {
            return new Outcome.Closed();
        }
        if (response.conflictsWith(sheet)) {
            return new Outcome.Stale(response);
        }
        List<String> missing = Sheet.missing(survey.instrument(), sheet.answers());
        if (!missing.isEmpty()) {
            responses.keepDraft(response, sheet, now);
            return new Outcome.Missing(missing);
        }
        if (administration.anonymous()) {
            anonymous.add(administration, survey.instrument(), sheet.answers());
            responses.handInWithoutAnswers(response, now);
        } else {
            responses.handIn(response, sheet, survey.instrument(), now);
        }
        askers.forEach(asker -> asker.handedIn(member, survey.key()));
        return new Outcome.HandedIn();
    }

    /** Anonymous answers belong to nobody once they are handed in, so nobody can change them. */
    private boolean changeable(Member member, Survey survey, Response response, Instant now) {
        return survey.phase(now) == Administration.Phase.OPEN
                && !(survey.anonymous() && response.handedIn())
                && !comparedAlready(member, survey);
    }

    /**
     * What somebody compares with stays as it was: it is not changed once the later answers are handed in. Whoever has
     * not handed it in has nothing to compare with, and may still do so.
     */
    boolean comparedAlready(Member member, Survey survey) {
        return survey.handedIn()
                && survey.key().wave() == Wave.PRE
                && desk.find(member, new SurveyKey(survey.key().instrument(), Wave.POST))
                        .filter(Survey::handedIn)
                        .isPresent();
    }
}
