package org.peercoach.course.launch;

import java.util.Optional;
import org.peercoach.course.LandingRule;
import org.peercoach.course.Member;
import org.peercoach.course.session.GoPlaces;
import org.peercoach.lti.LtiLaunch;
import org.springframework.stereotype.Component;

/** A plain launch ends where the person wanted to go by a mail's link just before (ruling 18). */
@Component
class GoLanding implements LandingRule {

    private static final String PLAIN = "LtiResourceLinkRequest";

    private final GoPlaces places;

    GoLanding(GoPlaces places) {
        this.places = places;
    }

    @Override
    public Optional<String> path(LtiLaunch launch, Member member) {
        return PLAIN.equals(launch.messageType()) ? places.take(member) : Optional.empty();
    }
}
