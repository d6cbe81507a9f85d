package org.peercoach.gradebook;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.peercoach.course.Activity;
import org.peercoach.course.ActivityProvider;
import org.peercoach.course.CourseId;
import org.peercoach.course.MemberRole;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The activities with points, from all rooms above. */
@Component
class GradedActivities {

    private final ObjectProvider<ActivityProvider> providers;

    GradedActivities(ObjectProvider<ActivityProvider> providers) {
        this.providers = providers;
    }

    /** @param maximum points of its column */
    public record Graded(String key, String title, int maximum) {}

    /** All that coaches or participants can get points for, in order. */
    List<Graded> all() {
        return all((provider, role) -> provider.activities(role));
    }

    /** The same in the words of the course's district. */
    List<Graded> all(CourseId course) {
        return all((provider, role) -> provider.activities(role, course));
    }

    private List<Graded> all(BiFunction<ActivityProvider, MemberRole, List<Activity>> offers) {
        return providers
                .orderedStream()
                .flatMap(provider -> Stream.of(MemberRole.COACH, MemberRole.PARTICIPANT)
                        .flatMap(role -> offers.apply(provider, role).stream()))
                .filter(activity -> activity.scoreMaximum() != null)
                .map(activity -> new Graded(activity.key(), activity.title(), maximum(activity.scoreMaximum())))
                .distinct()
                .toList();
    }

    Optional<Graded> find(String key) {
        return all().stream().filter(graded -> graded.key().equals(key)).findFirst();
    }

    Optional<Graded> find(CourseId course, String key) {
        return all(course).stream().filter(graded -> graded.key().equals(key)).findFirst();
    }

    /** @throws IllegalArgumentException if no room offers such an activity with points */
    Graded require(String key) {
        return find(key).orElseThrow(() -> unknown(key));
    }

    /** @throws IllegalArgumentException if no room offers such an activity with points */
    Graded require(CourseId course, String key) {
        return find(course, key).orElseThrow(() -> unknown(key));
    }

    private static IllegalArgumentException unknown(String key) {
        return new IllegalArgumentException("no activity with points: " + key);
    }

    private static int maximum(@org.jspecify.annotations.Nullable Integer maximum) {
        return maximum == null ? 0 : maximum;
    }
}
