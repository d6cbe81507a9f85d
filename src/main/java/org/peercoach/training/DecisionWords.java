package org.peercoach.training;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.MemberRole;
import org.peercoach.course.Roster;
import org.peercoach.shared.time.Times;
import org.springframework.stereotype.Component;

/** What completed an activity beside the work, or keeps it from being complete, as people read it. */
@Component
class DecisionWords {

    private final Roster roster;
    private final Clock clock;

    DecisionWords(Roster roster, Clock clock) {
        this.clock = clock;
        this.roster = roster;
    }

    /**
     * @param key of the sentence; its arguments are {@code by} and {@code at}
     * @param by who decided, or "" for being there
     * @param reason why, or null for being there
     * @param talkKey of the sentence that says what the person whose work it is can do about it, or null; takes {@code by}
     */
    public record DecisionView(
            String key,
            String by,
            String at,
            @Nullable String reason,
            @Nullable String talkKey) {}

    /** Null if the work alone decides. */
    @Nullable
    DecisionView of(Member reader, ActivityState state) {
        return of(reader, state, deciders(reader, List.of(state)));
    }

    /** Who decided about these activities; one question, and none where nobody did. */
    Map<MemberId, Member> deciders(Member reader, Collection<ActivityState> states) {
        return roster.members(
                reader.course(),
                states.stream()
                        .map(ActivityState::decision)
                        .filter(Objects::nonNull)
                        .map(decision -> new MemberId(decision.by()))
                        .toList());
    }

    /** The same as {@link #of(Member, ActivityState)} where the {@link #deciders} of a whole page are known. */
    @Nullable
    DecisionView of(Member reader, ActivityState state, Map<MemberId, Member> deciders) {
        Times times = Times.of(reader.zone(), clock.instant());
        Decision decision = state.decision();
        if (decision != null) {
            Member decider = deciders.get(new MemberId(decision.by()));
            String by = decider == null ? "" : decider.name();
            String key = decision.complete() ? "training.decided.complete" : "training.decided.not-complete";
            return new DecisionView(
                    key, by, times.moment(decision.at()), decision.reason(), talkKey(reader, state, by));
        }
        return state.attendedAt() == null
                ? null
                : new DecisionView("training.decided.attended", "", times.moment(state.attendedAt()), null, null);
    }

    private static @Nullable String talkKey(Member reader, ActivityState state, String by) {
        if (!state.held() || reader.role() != MemberRole.COACH) {
            return null;
        }
        return by.isEmpty() ? "training.decided.talk.trainer" : "training.decided.talk";
    }
}
