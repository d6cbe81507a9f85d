package org.peercoach.course.launch;

import java.util.List;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.lti.Landing;
import org.peercoach.lti.LaunchHandler;
import org.peercoach.lti.LtiLaunch;
import org.peercoach.shared.ProblemPage;
import org.springframework.context.ApplicationEventPublisher;
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
    private final PrivacyLandings privacy;
    private final ApplicationEventPublisher events;
    private final List<CourseWatch> watches;

    CourseLaunchHandler(
            Districts districts,
            Courses courses,
            Welcome welcome,
            Landings landings,
            PrivacyLandings privacy,
            ApplicationEventPublisher events,
            List<CourseWatch> watches) {
        this.districts = districts;
        this.courses = courses;
        this.welcome = welcome;
        this.landings = landings;
        this.privacy = privacy;
        this.events = events;
        this.watches = watches;
    }

    @Override
    public Landing open(LtiLaunch launch) {
        District district = districts.named(launch.districtName());
        if (PrivacyLandings.MESSAGES.contains(launch.messageType())) {
            return privacy.open(launch, welcome.inDistrict(launch, district), district);
        }
        LtiLaunch.Context context = launch.context();
        // Canvas calls an account a context, too; there the link itself says that it is about the district
        if (context == null || launch.targetLinkUri().contains(DISTRICT_VIEW)) {
            return openDistrict(launch, district);
        }
        LmsCourse course = courses.take(launch, context, district);
        watches.forEach(watch -> watch.opened(launch, new CourseId(course.id()), district.id()));
        Member member = welcome.inCourse(launch, district, course);
        if (member.role() == MemberRole.TRAINER && course.facts().membershipsUrl() != null) {
            events.publishEvent(new TrainerArrived(member.course()));
        }
        return landings.inCourse(launch, member, course);
    }

    /** Outside a course the tool opens for administrators only; everybody else is told how to come in (ruling 2). */
    private Landing openDistrict(LtiLaunch launch, District district) {
        boolean picks = launch.deepLinking() != null; // there is no course to place anything in
        if (picks || !RoleFacts.of(launch, null, null).administersPlatform()) {
            throw ProblemPage.of(HttpStatus.OK, "NO-COURSE", "course.problem.no-course")
                    .framedBy(launch.frameOrigins())
                    .thrown();
        }
        return landings.inDistrict(launch, welcome.inDistrict(launch, district), district);
    }
}
