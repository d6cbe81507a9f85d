package org.peercoach.course.launch;

import java.util.Objects;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.launch.Arrival.Identity;
import org.peercoach.course.launch.Arrival.Seat;
import org.peercoach.course.session.KnownMember;
import org.peercoach.course.session.KnownMembers;
import org.peercoach.course.session.KnownPerson;
import org.peercoach.course.session.MemberRows;
import org.peercoach.course.zone.KnownZones;
import org.peercoach.lti.LtiLaunch;
import org.springframework.stereotype.Component;

/** Makes the person of a launch known to the pages that follow, so that the first of them asks the database nothing. */
@Component
class Welcome {

    private final Arrivals arrivals;
    private final KnownMembers known;
    private final MemberRows rows;

    Welcome(Arrivals arrivals, KnownMembers known, MemberRows rows) {
        this.arrivals = arrivals;
        this.known = known;
        this.rows = rows;
    }

    /** The member whom this launch brings. */
    Member inCourse(LtiLaunch launch, District district, LmsCourse course) {
        Arrival arrival = arrivals.take(who(launch, district, course.id()), launch, course.purpose());
        KnownMember member = member(arrival, district, course);
        known.remember(member);
        return member.member();
    }

    /** Our id of the administrator whom this launch brings. */
    long inDistrict(LtiLaunch launch, District district) {
        Arrival arrival = arrivals.take(who(launch, district, 0), launch, null);
        boolean administrator = arrival.identity().administrator();
        known.remember(new KnownPerson(
                arrival.person(),
                district.id(),
                name(arrival),
                administrator,
                true,
                arrival.validFrom(),
                zones(arrival, district)));
        return arrival.person();
    }

    private static Arrivals.Who who(LtiLaunch launch, District district, long course) {
        return new Arrivals.Who(
                launch.target().registrationId(), district.id(), launch.user().subject(), course);
    }

    private KnownMember member(Arrival arrival, District district, LmsCourse course) {
        Seat seat = Objects.requireNonNull(arrival.seat());
        Identity identity = arrival.identity();
        KnownZones zones = zones(arrival, district);
        Member member = new Member(
                new MemberId(seat.id()),
                new CourseId(course.id()),
                district.id(),
                arrival.person(),
                seat.role(),
                identity.administrator(),
                name(arrival),
                rows.courseTitle(course.facts().title(), course.facts().label()),
                zones.zone(),
                rows.language(identity.locale()));
        return new KnownMember(member, true, arrival.validFrom(), identity.testUser(), identity.locale(), zones);
    }

    private static KnownZones zones(Arrival arrival, District district) {
        return new KnownZones(
                arrival.zones().chosen(),
                arrival.identity().zone(),
                arrival.zones().browser(),
                district.zone());
    }

    private String name(Arrival arrival) {
        Identity identity = arrival.identity();
        return rows.personName(arrival.person(), identity.name(), identity.givenName(), identity.familyName());
    }
}
