package org.peercoach.course.launch;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.LtiLaunch;

/**
 * A course of the LMS, as launches tell of it.
 *
 * @param purpose what it is for, or null while nobody has said
 * @param facts what may change from launch to launch
 * @param placements the links that stand for an activity or have a column, by the platform's id of the link
 */
record LmsCourse(long id, @Nullable Purpose purpose, Facts facts, Map<String, Placement> placements) {

    /** @param scopes what the platform allows in its gradebook, in order, separated by spaces (LTI-A1) */
    record Facts(
            @Nullable String title,
            @Nullable String label,
            long deployment,
            @Nullable String lineItemsUrl,
            String scopes,
            @Nullable String membershipsUrl) {

        /** What this launch tells; what it does not tell stays as it was. */
        static Facts of(LtiLaunch launch, LtiLaunch.Context context, @Nullable Facts before) {
            LtiLaunch.GradebookClaim gradebook = launch.gradebook();
            return new Facts(
                    Texts.told(context.title(), before == null ? null : before.title()),
                    Texts.told(context.label(), before == null ? null : before.label()),
                    launch.target().deploymentId(),
                    gradebook == null ? before == null ? null : before.lineItemsUrl() : gradebook.lineItemsUrl(),
                    gradebook == null ? before == null ? "" : before.scopes() : joined(gradebook.scopes()),
                    launch.membershipsUrl() == null && before != null
                            ? before.membershipsUrl()
                            : launch.membershipsUrl());
        }

        boolean sameGradebook(Facts other) {
            return deployment == other.deployment
                    && scopes.equals(other.scopes)
                    && Objects.equals(lineItemsUrl, other.lineItemsUrl);
        }

        private static String joined(Set<String> scopes) {
            return scopes.stream().sorted().collect(Collectors.joining(" "));
        }
    }

    /** One link: what it stands for, and its own gradebook column. */
    record Placement(@Nullable String activityKey, @Nullable String lineItemUrl) {}
}
