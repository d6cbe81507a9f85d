package org.peercoach.course.launch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.MemberRole;
import org.peercoach.lti.LtiLaunch;

/**
 * What we know of the person of a launch: the person's row and, in a course, the member's.
 *
 * @param person our id
 * @param seat the member in the course of the launch, or null
 */
record Arrival(
        long person,
        Instant validFrom,
        Identity identity,
        OwnZones zones,
        @Nullable Seat seat) {

    /** Time zones that no launch tells: what the person chose, and what their browser said. */
    record OwnZones(@Nullable String chosen, @Nullable String browser) {

        static final OwnZones NONE = new OwnZones(null, null);
    }

    /** @param administrator whether this launch calls them one; never kept beyond the next launch (MOODLE-3.13) */
    record Identity(
            @Nullable String name,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String email,
            @Nullable String locale,
            @Nullable String zone,
            boolean administrator,
            boolean testUser) {

        /** What this launch tells; nothing never replaces something. */
        static Identity of(LtiLaunch launch, RoleFacts facts, @Nullable Identity before) {
            LtiLaunch.User user = launch.user();
            return new Identity(
                    Texts.told(user.name(), before == null ? null : before.name()),
                    Texts.told(user.givenName(), before == null ? null : before.givenName()),
                    Texts.told(user.familyName(), before == null ? null : before.familyName()),
                    Texts.told(user.email(), before == null ? null : before.email()),
                    cut(Texts.told(launch.locale(), before == null ? null : before.locale()), 35),
                    cut(Texts.told(launch.custom().get("timezone"), before == null ? null : before.zone()), 64),
                    facts.administersPlatform(),
                    facts.pretended());
        }

        private static @Nullable String cut(@Nullable String text, int most) {
            return text == null ? null : Texts.cut(text, most);
        }
    }

    /**
     * A member's row.
     *
     * @param custom what the role rules read of the last launch, as {@link KeptCustom} writes it, or null
     * @param lastSeen null for somebody whose launch is to be written down in any case: whom only the LMS's list has
     *     named so far, or whom a reading of the list that runs now may miss
     */
    record Seat(
            long id,
            String lmsRoles,
            @Nullable String custom,
            MemberRole role,
            String rule,
            @Nullable MemberRole explicit,
            boolean active,
            @Nullable Instant lastSeen) {

        Seat withId(long given) {
            return new Seat(given, lmsRoles, custom, role, rule, explicit, active, lastSeen);
        }
    }
}
