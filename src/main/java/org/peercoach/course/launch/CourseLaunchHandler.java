package org.peercoach.course.launch;

import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.session.KnownMembers;
import org.peercoach.lti.Landing;
import org.peercoach.lti.LaunchHandler;
import org.peercoach.lti.LtiLaunch;
import org.peercoach.shared.ProblemPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Takes the person of a launch in: district, course, person, member with a role, and the page where it ends. */
@Component
class CourseLaunchHandler implements LaunchHandler {

    private static final String DISTRICT_VIEW = "view=district";

    private final Districts districts;
    private final Courses courses;
    private final Welcome welcome;
    private final Landings landings;
    private final AuditTrail trail;

    CourseLaunchHandler(Districts districts, Courses courses, Welcome welcome, Landings landings, AuditTrail trail) {
        this.districts = districts;
        this.courses = courses;
        this.welcome = welcome;
        this.landings = landings;
        this.trail = trail;
    }

    @Override
    public Landing open(LtiLaunch launch) {
        District district = districts.named(launch.districtName());
        LtiLaunch.Context context = launch.context();
        // Canvas calls an account a context, too; there the link itself says that it is about the district
        if (context == null || launch.targetLinkUri().contains(DISTRICT_VIEW)) {
            return openDistrict(launch, district);
        }
        LmsCourse course = courses.take(launch, context, district);
        Member member = welcome.inCourse(launch, district, course);
        note(opened(launch, district, member.person()).inCourse(course.id()));
        return landings.inCourse(launch, member, course)
                .remarked(member.role() == MemberRole.OBSERVER ? "NO-ROLE" : null);
    }

    /** Outside a course the tool opens for administrators only; everybody else is told how to come in (ruling 2). */
    private Landing openDistrict(LtiLaunch launch, District district) {
        if (!RoleFacts.of(launch, null, null).administersPlatform()) {
            throw ProblemPage.of(HttpStatus.OK, "NO-COURSE", "course.problem.no-course")
                    .framedBy(launch.frameOrigins())
                    .thrown();
        }
        long person = welcome.inDistrict(launch, district);
        note(opened(launch, district, person));
        return landings.inDistrict(launch, person, district);
    }

    private static AuditEntry opened(LtiLaunch launch, District district, long person) {
        return AuditEntry.ofPerson(district.id(), person, "launch.opened", "launch:" + launch.launchId(), null);
    }

    /** Only what came to be, and without a write in the launch itself (ruling 46). */
    private void note(AuditEntry entry) {
        KnownMembers.whenCommitted(() -> trail.noteSoon(entry));
    }
}
