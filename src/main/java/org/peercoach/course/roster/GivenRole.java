package org.peercoach.course.roster;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.MemberRole;

/** What a trainer can make of somebody here. Nobody becomes a trainer by hand: the LMS says who runs a course. */
enum GivenRole {
    COACH(MemberRole.COACH),
    PARTICIPANT(MemberRole.PARTICIPANT),
    LEADER(MemberRole.LEADER),
    /** What the rules say. */
    LMS(null);

    private final @Nullable MemberRole role;

    GivenRole(@Nullable MemberRole role) {
        this.role = role;
    }

    /** Null when the LMS and the rules decide. */
    @Nullable
    MemberRole role() {
        return role;
    }

    static Optional<GivenRole> named(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }

    static GivenRole ofStored(@Nullable String role) {
        return role == null ? LMS : valueOf(role);
    }
}
