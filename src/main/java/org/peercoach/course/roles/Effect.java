package org.peercoach.course.roles;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.MemberRole;

/**
 * What a set of rules would do to the people who are there.
 *
 * @param changes what becomes what, the most frequent first
 * @param people how many change
 * @param courses in how many courses
 * @param refusal why the rules cannot be saved, or null
 */
public record Effect(
        List<Change> changes,
        int people,
        int courses,
        @Nullable Refusal refusal) {

    /** So many people change from one role to another. */
    public record Change(MemberRole from, MemberRole to, int people) {}

    /**
     * Why rules are refused.
     *
     * @param key end of a message key
     * @param course a course that it is about, or empty
     */
    public record Refusal(String key, String course) {}
}
