package org.peercoach.training;

import java.time.LocalDate;

/** The state of a coach's session as an icon and words; {@code key} takes {@code done} and {@code of}. */
final class SessionMark {

    private SessionMark() {}

    /** What a template needs of it. */
    public record SessionMarkView(String kind, String icon, String key, int done, int of) {}

    /** In words for the coach. A mark holds nothing up: what waits for one counts already. */
    static SessionMarkView forCoach(Standing one, LocalDate today) {
        return view("training.state.", one, today, false);
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
        SessionProgress progress = one.progress();
        return waiting
                ? CohortRow.State.WAITING
                : CohortRow.State.of(progress.turn(), one.door().open(), one.late(today), progress.started());
    }
}
