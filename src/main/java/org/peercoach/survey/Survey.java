package org.peercoach.survey;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.MemberRole;

/**
 * A survey of one member's course, with the member's own response.
 *
 * @param role what the member is
 * @param administration null as long as nobody has begun a survey that a room above asks for
 * @param response null before the member's first word
 * @param asked which room above asks coaches for it, or null
 */
record Survey(
        MemberRole role,
        SurveyKey key,
        Instrument instrument,
        @Nullable Administration administration,
        @Nullable Response response,
        SurveyAsker.@Nullable Asked asked) {

    boolean anonymous() {
        return administration == null ? instrument.anonymous() : administration.anonymous();
    }

    Administration.Phase phase(Instant now) {
        return administration == null || asWork() ? Administration.Phase.OPEN : administration.phase(now);
    }

    /** Whether the member answers it as a part of other work; it stays open for that. */
    boolean asWork() {
        return asked != null && role == MemberRole.COACH;
    }

    /** Whether only the work that asks for it lets the member answer: no trainer has it open for everybody just now. */
    boolean restsOnWork(Instant now) {
        return asWork()
                && !(administration != null
                        && administration.byTrainer()
                        && administration.phase(now) == Administration.Phase.OPEN);
    }

    /** Whether a trainer opened it for everybody. */
    boolean byTrainer() {
        return administration != null && administration.byTrainer();
    }

    /** Whether it is the member's to answer. */
    boolean asksMember() {
        return instrument.kind().isAnsweredBy(role) && (asWork() || byTrainer());
    }

    /** Whether the member may know of it: who looks after the course does, the others when it asks them. */
    boolean known() {
        return role == MemberRole.TRAINER || role == MemberRole.LEADER || asksMember();
    }

    boolean handedIn() {
        return response != null && response.handedIn();
    }

    /** Whether there is something to come back to. */
    boolean begun() {
        return response != null && (response.handedIn() || !response.draft().isEmpty());
    }

    /** Message key of when in the program it is asked. */
    String waveKey() {
        return waveKey(instrument, key.wave());
    }

    /** What is asked once has no before and no after. */
    static String waveKey(Instrument instrument, Wave wave) {
        return instrument.kind() == InstrumentKind.PROGRAMME_SURVEY ? "survey.wave.year" : "survey.wave." + wave;
    }

    /** Message key of who sees the answers. */
    String seesKey() {
        return anonymous()
                ? "survey.sees.anonymous"
                : instrument.kind().shareable(role) ? "survey.sees.coach" : "survey.sees";
    }

    /** What stands in the form. */
    Answers draft() {
        return response == null ? Answers.NONE : response.draft();
    }

    /** What was handed in; only asked where something was. */
    Response done() {
        return Objects.requireNonNull(response);
    }
}
