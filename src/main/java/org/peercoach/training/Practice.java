package org.peercoach.training;

/**
 * An exercise with rules of its own. Each kind tells everything about itself: what of a form it keeps, when a part can
 * be handed in, how far an answer is and where the page goes on. Right or wrong gives feedback, never a loss of points.
 */
sealed interface Practice extends Work permits Dialogue, Rewriting {

    /** What of a form may be kept as a draft. */
    Answer draft(Entry entry);

    /** Whether what was sent can be handed in upon {@code before}; if not, it stays a draft. */
    boolean enough(Entry entry, Answer before);

    /** What the answer becomes when this is handed in upon {@code before}. */
    Answer handIn(Entry entry, Answer before);

    /** How far an answer is. */
    Progress progress(Answer answer);

    /** Whether what came of {@code before} is kept as a finished version of its own. */
    default boolean finishes(Answer before, Answer after) {
        return false;
    }

    /** Where the page opens again after a hand-in: a query and a fragment. */
    String after(Entry entry, Answer answer);

    /** Where the page opens again when something was missing: a query without its question mark. */
    String missing(Entry entry);

    /** Notes what is wrong with the content. */
    void check(Faults faults);
}
