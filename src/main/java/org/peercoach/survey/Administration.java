package org.peercoach.survey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire as it is asked in a course.
 *
 * @param anonymous as it was when it was opened; a later change of the content does not name anybody
 * @param byTrainer whether a trainer opened it for everybody; otherwise only those whose work asks for it answer
 * @param closesAt from when nobody can answer or change anything, or null for never
 */
record Administration(
        long id,
        SurveyKey key,
        boolean anonymous,
        boolean byTrainer,
        Instant opensAt,
        @Nullable Instant closesAt) {

    /** Where it stands. */
    enum Phase {
        SOON,
        OPEN,
        CLOSED
    }

    Phase phase(Instant now) {
        if (now.isBefore(opensAt)) {
            return Phase.SOON;
        }
        return closesAt != null && !now.isBefore(closesAt) ? Phase.CLOSED : Phase.OPEN;
    }

    /** The last moment in which somebody can answer, on what people call the last day; null for always. */
    @Nullable
    Instant lastMoment() {
        return closesAt == null ? null : closesAt.minusMillis(1);
    }
}
