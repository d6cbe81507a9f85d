package org.peercoach.survey;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A survey of one member's course, with the member's own response.
 *
 * @param administration null as long as nobody has begun a survey that a room above asks for
 * @param response null before the member's first word
 * @param asked which room above asks for it, or null when a trainer opened it
 */
record Survey(
        SurveyKey key,
        Instrument instrument,
        @Nullable Administration administration,
        @Nullable Response response,
        SurveyAsker.@Nullable Asked asked) {

    boolean anonymous() {
        return administration == null ? instrument.anonymous() : administration.anonymous();
    }

    Administration.Phase phase(Instant now) {
        return administration == null ? Administration.Phase.OPEN : administration.phase(now);
    }

    boolean handedIn() {
        return response != null && response.handedIn();
    }

    /** Whether there is something to come back to. */
    boolean begun() {
        return response != null && (response.handedIn() || !response.draft().isEmpty());
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
