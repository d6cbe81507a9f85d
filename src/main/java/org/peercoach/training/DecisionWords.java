package org.peercoach.training;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.Roster;
import org.peercoach.shared.time.Times;
import org.peercoach.training.schedule.Attendance;
import org.springframework.stereotype.Component;

/** What completed an activity beside the work, or keeps it from being complete, as people read it. */
@Component
class DecisionWords {

    private final Roster roster;
    private final Attendance attendance;
    private final Clock clock;

    DecisionWords(Roster roster, Attendance attendance, Clock clock) {
        this.attendance = attendance;
        this.clock = clock;
        this.roster = roster;
    }

    /**
     * @param key of the sentence; its arguments are {@code by} and {@code at}
     * @param by who decided, or "" for being there
     * @param reason why, or null for being there
     */
    public record DecisionView(
            String key, String by, String at, @Nullable String reason) {}

    /**
     * What has to be asked once for the activities of one person in one session.
     *
     * @param deciders who decided about one of them
     * @param met when the meeting was that the person was at, or null
     */
    record Known(Map<MemberId, Member> deciders, @Nullable Instant met) {}

    /** Null if the work alone decides. */
    @Nullable
    DecisionView of(Member reader, int session, ActivityState state) {
        return of(reader, state, known(reader, session, List.of(state)));
    }

    /** One question each, and none where nobody decided or was there. */
    Known known(Member reader, int session, Collection<ActivityState> states) {
        Map<MemberId, Member> deciders = roster.members(
                reader.course(),
                states.stream()
                        .map(ActivityState::decision)
                        .filter(Objects::nonNull)
                        .map(decision -> new MemberId(decision.by()))
                        .toList());
        Instant met = states.stream()
                .filter(DecisionWords::byBeingThere)
                .findFirst()
                .flatMap(state -> attendance.when(reader.course(), session, new MemberId(state.memberId())))
                .orElse(null);
        return new Known(deciders, met);
    }

    private static boolean byBeingThere(ActivityState state) {
        return state.decision() == null && state.attendedAt() != null;
    }

    /** The same as {@link #of(Member, int, ActivityState)} where a whole page is known. */
    @Nullable
    DecisionView of(Member reader, ActivityState state, Known known) {
        Times times = Times.of(reader.zone(), clock.instant());
        Decision decision = state.decision();
        if (decision != null) {
            Member decider = known.deciders().get(new MemberId(decision.by()));
            String by = decider == null ? "" : decider.name();
            String key = decision.complete() ? "training.decided.complete" : "training.decided.not-complete";
            return new DecisionView(key, by, times.moment(decision.at()), decision.reason());
        }
        Instant noted = state.attendedAt();
        if (noted == null) {
            return null;
        }
        Instant met = known.met();
        return new DecisionView("training.decided.attended", "", times.moment(met == null ? noted : met), null);
    }
}
