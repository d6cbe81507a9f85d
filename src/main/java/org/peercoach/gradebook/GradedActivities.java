package org.peercoach.gradebook;

import java.util.List;
import java.util.Optional;
import org.peercoach.course.ActivityProvider;
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
        return providers
                .orderedStream()
                .flatMap(provider -> List.of(MemberRole.COACH, MemberRole.PARTICIPANT).stream()
                        .flatMap(role -> provider.activities(role).stream()))
                .filter(activity -> activity.scoreMaximum() != null)
                .map(activity -> new Graded(activity.key(), activity.title(), maximum(activity.scoreMaximum())))
                .distinct()
                .toList();
    }

    Optional<Graded> find(String key) {
        return all().stream().filter(graded -> graded.key().equals(key)).findFirst();
    }

    /** @throws IllegalArgumentException if no room offers such an activity with points */
    Graded require(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no activity with points: " + key));
    }

    private static int maximum(@org.jspecify.annotations.Nullable Integer maximum) {
        return maximum == null ? 0 : maximum;
    }
}
