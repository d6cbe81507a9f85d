package org.peercoach.course.launch;

import java.util.List;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.session.KnownMembers;
import org.peercoach.lti.LtiLaunch;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who is told of launches: the parts of this room that wait for one, and the audit log, which gets what came to be. */
@Component
class LaunchNews {

    private final List<CourseWatch> watches;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;

    LaunchNews(List<CourseWatch> watches, ApplicationEventPublisher events, AuditTrail trail) {
        this.watches = watches;
        this.events = events;
        this.trail = trail;
    }

    /** Before the person is taken in. */
    void courseOpened(LtiLaunch launch, LmsCourse course, District district) {
        watches.forEach(watch -> watch.opened(launch, new CourseId(course.id()), district.id()));
    }

    /** The person is in. */
    void arrived(LtiLaunch launch, LmsCourse course, Member member) {
        if (member.role() == MemberRole.TRAINER && course.facts().membershipsUrl() != null) {
            events.publishEvent(new TrainerArrived(member.course()));
        }
        note(entry(launch, member.district(), member.person()).inCourse(course.id()));
    }

    /** Somebody is in who looks after a district, or at their own data. */
    void arrived(LtiLaunch launch, District district, long person) {
        note(entry(launch, district.id(), person));
    }

    private static AuditEntry entry(LtiLaunch launch, long district, long person) {
        return AuditEntry.ofPerson(district, person, "launch.opened", "launch:" + launch.launchId(), null);
    }

    /** Without a write in the launch itself (ruling 46). */
    private void note(AuditEntry entry) {
        KnownMembers.whenCommitted(() -> trail.noteSoon(entry));
    }
}
