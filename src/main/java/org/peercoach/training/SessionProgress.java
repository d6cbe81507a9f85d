package org.peercoach.training;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far one member is in one session: computed from the states each time, never stored. */
record SessionProgress(SessionContent session, Map<String, ActivityState> states) {

    /**
     * A session in a cohort that leaves some activities out. Whoever had completed one of these keeps it, and its points.
     *
     * @param off what the cohort leaves out, of whatever session
     */
    static SessionProgress of(SessionContent session, Map<String, ActivityState> states, Set<String> off) {
        Set<String> left = off.stream()
                .filter(id -> !states.containsKey(id) || !states.get(id).complete())
                .collect(Collectors.toSet());
        return new SessionProgress(session.without(left), states);
    }

    /** The session as it is before anybody did anything. */
    static SessionProgress untouched(SessionContent session) {
        return new SessionProgress(session, Map.of());
    }

    int points() {
        return session.activities().stream()
                .filter(this::done)
                .mapToInt(ActivityContent::points)
                .sum();
    }

    int doneCount() {
        return (int) session.activities().stream().filter(this::done).count();
    }

    /** Minutes of what the coach can do here now; none when nothing of it is needed. */
    int minutesLeft() {
        return doneAsFarAsOpen()
                ? 0
                : of(Turn.COACH).mapToInt(ActivityContent::minutes).sum();
    }

    /** Who has to act before an activity counts. */
    Turn turn(ActivityContent activity) {
        return state(activity).map(state -> Turn.of(activity, state)).orElseGet(() -> Turn.of(activity, false, false));
    }

    /** Who has to act before the session is complete. */
    Turn turn() {
        return Turn.ofAll(
                session.activities().stream().filter(ActivityContent::required).map(this::turn));
    }

    /** The activities that stand there, needed or not, in order. */
    Stream<ActivityContent> of(Turn turn) {
        return session.activities().stream().filter(activity -> turn(activity) == turn);
    }

    boolean started() {
        return session.activities().stream().anyMatch(activity -> started(activity) || done(activity));
    }

    /** All required activities are done; the optional one carries its point and is not needed. */
    boolean complete() {
        return turn().counts();
    }

    /** Whether the cohort asks for anything here, or the member has done any of it all the same. */
    boolean requiresAnything() {
        return session.activities().stream().anyMatch(ActivityContent::required);
    }

    /** Whether nothing is left that the session needs and the coach can do now. */
    boolean doneAsFarAsOpen() {
        return turn() != Turn.COACH;
    }

    /** What the session still needs, in order. */
    List<ActivityContent> missing() {
        return session.activities().stream()
                .filter(activity -> activity.required() && !done(activity))
                .toList();
    }

    /** When the last required activity was done; null while the session is not complete. */
    @Nullable
    Instant completedAt() {
        if (!complete()) {
            return null;
        }
        return session.activities().stream()
                .filter(ActivityContent::required)
                .map(activity -> state(activity).map(ActivityState::completedAt).orElse(null))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    boolean done(ActivityContent activity) {
        return state(activity).filter(ActivityState::complete).isPresent();
    }

    boolean started(ActivityContent activity) {
        return state(activity).filter(ActivityState::started).isPresent();
    }

    Optional<ActivityState> state(ActivityContent activity) {
        return Optional.ofNullable(states.get(activity.id()));
    }

    /**
     * Where to go on: the unfinished activity that was touched last, else the first that is not done. What is optional
     * and was passed by is offered only when nothing else is left.
     */
    Optional<ActivityContent> next() {
        List<ActivityContent> open = of(Turn.COACH).toList();
        List<ActivityContent> due = open.stream()
                .filter(activity -> activity.required() || !passedBy(activity))
                .toList();
        Optional<ActivityContent> touched = due.stream()
                .filter(this::started)
                .max(Comparator.comparing(
                        activity -> state(activity).orElseThrow().changedAt()));
        return touched.or(() -> due.stream().findFirst()).or(() -> open.stream().findFirst());
    }

    private boolean passedBy(ActivityContent activity) {
        return session.activities().stream()
                .anyMatch(later -> later.number() > activity.number() && (done(later) || started(later)));
    }
}
