package org.peercoach.training;

import java.time.LocalDate;

/** The state of a coach's session as an icon and words; {@code key} takes {@code done} and {@code of}. */
final class SessionMark {

    private SessionMark() {}

    /** What a template needs of it. */
    public record SessionMarkView(String kind, String icon, String key, int done, int of) {}

    /** In words for the coach, who waits only when there is nothing else to do. */
    static SessionMarkView forCoach(Standing one, LocalDate today, boolean waiting) {
        boolean onlyWaits =
                waiting && !one.progress().complete() && one.next().isEmpty();
        return view("training.state.", one, today, onlyWaits);
    }

    /** In words for trainers. */
    static SessionMarkView forTrainer(Standing one, LocalDate today, boolean waiting) {
        return view("training.cohort.cell.", one, today, waiting);
    }

    private static SessionMarkView view(String prefix, Standing one, LocalDate today, boolean waiting) {
        CohortRow.State state = state(one, today, waiting);
        CohortMark look = CohortMark.of(state);
        return new SessionMarkView(
                look.kind(),
                look.icon(),
                prefix + state,
                one.progress().doneCount(),
                one.session().activities().size());
    }

    private static CohortRow.State state(Standing one, LocalDate today, boolean waiting) {
        if (waiting) {
            return CohortRow.State.WAITING;
        }
        if (one.progress().complete()) {
            return CohortRow.State.DONE;
        }
        if (!one.door().open()) {
            return CohortRow.State.NOT_OPEN;
        }
        return one.door().late(today)
                ? CohortRow.State.LATE
                : one.progress().started() ? CohortRow.State.STARTED : CohortRow.State.NOT_STARTED;
    }
}
