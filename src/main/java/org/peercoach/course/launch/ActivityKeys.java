package org.peercoach.course.launch;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peercoach.course.Activity;
import org.peercoach.course.ActivityProvider;
import org.peercoach.course.MemberRole;
import org.springframework.stereotype.Component;

/** Which activities there are, whoever may see them. */
@Component
class ActivityKeys {

    private final List<ActivityProvider> providers;

    ActivityKeys(List<ActivityProvider> providers) {
        this.providers = providers;
    }

    /** Whether some room has this activity; links may name others. */
    boolean has(String key) {
        return all().anyMatch(activity -> activity.key().equals(key));
    }

    /** The activities with a gradebook column. */
    Set<String> graded() {
        return all().filter(activity -> activity.scoreMaximum() != null)
                .map(Activity::key)
                .collect(Collectors.toSet());
    }

    private Stream<Activity> all() {
        return providers.stream()
                .flatMap(provider ->
                        Arrays.stream(MemberRole.values()).flatMap(role -> provider.activities(role).stream()));
    }
}
