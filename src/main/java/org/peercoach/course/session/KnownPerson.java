package org.peercoach.course.session;

import java.time.Instant;
import org.peercoach.course.zone.KnownZones;

/**
 * A person in a district, outside any course.
 *
 * @param administrator whether the last launch said so
 * @param admitted whether the LMS that they come from is in use in this district (ruling 21)
 * @param validFrom sessions that began earlier are refused (ruling 21)
 * @param zones what is known of the time zone
 */
public record KnownPerson(
        long id,
        long district,
        String name,
        boolean administrator,
        boolean admitted,
        Instant validFrom,
        KnownZones zones) {}
