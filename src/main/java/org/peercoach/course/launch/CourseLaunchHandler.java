package org.peercoach.course.launch;

import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
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
    private final PrivacyLandings privacy;
    private final LaunchNews news;

    CourseLaunchHandler(
            Districts districts,
            Courses courses,
            Welcome welcome,
            Landings landings,
            PrivacyLandings privacy,
            LaunchNews news) {
        this.districts = districts;
        this.courses = courses;
        this.welcome = welcome;
        this.landings = landings;
        this.privacy = privacy;
        this.news = news;
    }

    @Override
    public Landing open(LtiLaunch launch) {
        District district = districts.named(launch.districtName());
        if (PrivacyLandings.MESSAGES.contains(launch.messageType())) {
            long person = welcome.inDistrict(launch, district);
            news.arrived(launch, district, person);
            return privacy.open(launch, person, district);
        }
        LtiLaunch.Context context = launch.context();
        // Canvas calls an account a context, too; there the link itself says that it is about the district
        if (context == null || launch.targetLinkUri().contains(DISTRICT_VIEW)) {
            return openDistrict(launch, district);
        }
        LmsCourse course = courses.take(launch, context, district);
        news.courseOpened(launch, course, district);
        Member member = welcome.inCourse(launch, district, course);
        news.arrived(launch, course, member);
        return landings.inCourse(launch, member, course)
                .remarked(member.role() == MemberRole.OBSERVER ? "NO-ROLE" : null);
    }

    /** Outside a course the tool opens for administrators only; everybody else is told how to come in (ruling 2). */
    private Landing openDistrict(LtiLaunch launch, District district) {
        boolean picks = launch.deepLinking() != null; // there is no course to place anything in
        if (picks || !RoleFacts.of(launch, null, null).administersPlatform()) {
            throw ProblemPage.of(HttpStatus.OK, "NO-COURSE", "course.problem.no-course")
                    .framedBy(launch.frameOrigins())
                    .thrown();
        }
        long person = welcome.inDistrict(launch, district);
        news.arrived(launch, district, person);
        return landings.inDistrict(launch, person, district);
    }
}
