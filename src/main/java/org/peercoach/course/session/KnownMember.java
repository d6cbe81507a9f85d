package org.peercoach.course.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.course.zone.KnownZones;

/**
 * A member as this node remembers it for at most 10 seconds.
 *
 * @param active false once the membership is lost
 * @param validFrom sessions that began earlier are refused (ruling 21)
 * @param testUser a platform's pretended learner: works, is on no roster, gets no score (LTI-T23)
 * @param language tag of the language that the LMS shows the person, or null
 * @param zones what is known of the time zone; the one that holds stands in the member
 */
public record KnownMember(
        Member member,
        boolean active,
        Instant validFrom,
        boolean testUser,
        @Nullable String language,
        KnownZones zones) {}
