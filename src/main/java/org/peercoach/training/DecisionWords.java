package org.peercoach.training;

import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.Roster;
import org.springframework.stereotype.Component;

/** What completed an activity beside the work, or keeps it from being complete, as people read it. */
@Component
class DecisionWords {

    private final Roster roster;

    DecisionWords(Roster roster) {
        this.roster = roster;
    }

    /**
     * @param key of the sentence; its arguments are {@code by} and {@code at}
     * @param by who decided, or "" for being there
     * @param reason why, or null for being there
     */
    public record DecisionView(
            String key, String by, String at, @Nullable String reason) {}

    /** Null if the work alone decides. */
    @Nullable
    DecisionView of(Member reader, ActivityState state) {
        Times times = new Times(reader);
        Decision decision = state.decision();
        if (decision != null) {
            String by = roster.member(reader.course(), new MemberId(decision.by()))
                    .map(Member::name)
                    .orElse("");
            String key = decision.complete() ? "training.decided.complete" : "training.decided.not-complete";
            return new DecisionView(key, by, times.full(decision.at()), decision.reason());
        }
        return state.attendedAt() == null
                ? null
                : new DecisionView("training.decided.attended", "", times.full(state.attendedAt()), null);
    }
}
