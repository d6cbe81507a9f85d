package org.peercoach.course.launch;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.peercoach.course.Activity;
import org.peercoach.course.ActivityProvider;
import org.peercoach.course.LandingRule;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.session.HandOvers;
import org.peercoach.course.session.Place;
import org.peercoach.course.session.Session;
import org.peercoach.course.session.SessionCookies;
import org.peercoach.course.session.WaysBack;
import org.peercoach.lti.Landing;
import org.peercoach.lti.LtiLaunch;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The page where a launch ends, and the session that opens it. A launch lands on the thing launched (UX 8). */
@Component
class Landings {

    private final List<ActivityProvider> providers;
    private final List<LandingRule> rules;
    private final SessionCookies cookies;
    private final WaysBack waysBack;
    private final HandOvers handOvers;
    private final Clock clock;

    Landings(
            List<ActivityProvider> providers,
            List<LandingRule> rules,
            SessionCookies cookies,
            WaysBack waysBack,
            HandOvers handOvers,
            Clock clock) {
        this.providers = providers;
        this.rules = rules;
        this.cookies = cookies;
        this.waysBack = waysBack;
        this.handOvers = handOvers;
        this.clock = clock;
    }

    Landing inCourse(LtiLaunch launch, Member member, LmsCourse course) {
        Place place = Place.course(member.course().value());
        Session session = begin(launch, place, member.person(), member.id().value());
        List<ResponseCookie> sealed = new ArrayList<>(List.of(cookies.seal(session)));
        waysBack.seal(session, launch.returnUrl()).ifPresent(sealed::add);
        if (member.administrator()) {
            Session district = begin(launch, Place.district(member.district()), member.person(), 0);
            sealed.add(cookies.seal(district));
            waysBack.seal(district, launch.returnUrl()).ifPresent(sealed::add);
        }
        String path = grown(launch, path(launch, member, course));
        return new Landing(path, sealed, ticket(session, path, launch), member.courseTitle());
    }

    Landing inDistrict(LtiLaunch launch, long person, District district) {
        Place place = Place.district(district.id());
        Session session = begin(launch, place, person, 0);
        List<ResponseCookie> sealed = new ArrayList<>(List.of(cookies.seal(session)));
        waysBack.seal(session, launch.returnUrl()).ifPresent(sealed::add);
        return new Landing(place.path(), sealed, ticket(session, place.path(), launch), district.name());
    }

    /** In what is stored about a person. */
    Landing atData(LtiLaunch launch, long person, String path, String title) {
        Session session = begin(launch, Place.person(person), person, 0);
        List<ResponseCookie> sealed = new ArrayList<>(List.of(cookies.seal(session)));
        waysBack.seal(session, launch.returnUrl()).ifPresent(sealed::add);
        return new Landing(path, sealed, ticket(session, path, launch), title);
    }

    private Supplier<String> ticket(Session session, String path, LtiLaunch launch) {
        return () -> handOvers.ticket(session, path, launch.returnUrl());
    }

    private Session begin(LtiLaunch launch, Place place, long person, long member) {
        return Session.begin(place, person, member, launch.launchId(), clock.instant(), launch.frameOrigins());
    }

    private String path(LtiLaunch launch, Member member, LmsCourse course) {
        for (LandingRule rule : rules) {
            Optional<String> path = rule.path(launch, member);
            if (path.isPresent()) {
                return path.get();
            }
        }
        if (member.role() == MemberRole.TRAINER && course.purpose() == null) {
            return member.path("/purpose"); // one question before all else (ruling 8)
        }
        return activity(launch, member, course)
                .map(activity -> member.path(activity.path()))
                .orElseGet(() -> member.path(""));
    }

    /** The page learns from its address that its frame may grow; it remembers that for this launch (UX 5.1). */
    private static String grown(LtiLaunch launch, String path) {
        return launch.embedded() ? path + (path.contains("?") ? "&" : "?") + "grow=1" : path;
    }

    /** What the link stands for, if this person may see it. */
    private Optional<Activity> activity(LtiLaunch launch, Member member, LmsCourse course) {
        return Optional.ofNullable(launch.resourceLink())
                .map(link -> course.placements().get(link.id()))
                .map(LmsCourse.Placement::activityKey)
                .flatMap(key -> providers.stream()
                        .flatMap(provider -> provider.activities(member.role()).stream())
                        .filter(activity -> activity.key().equals(key))
                        .findFirst());
    }
}
