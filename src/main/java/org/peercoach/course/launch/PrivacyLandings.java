package org.peercoach.course.launch;

import java.util.Optional;
import java.util.Set;
import org.peercoach.course.session.Place;
import org.peercoach.lti.Landing;
import org.peercoach.lti.LtiLaunch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes a person to what is stored about them in this district (LTI-O6), whatever course they come from. The message may
 * name somebody else; whether that is answered is decided by the page, for administrators only.
 */
@Component
class PrivacyLandings {

    /** The second is the name that older platforms send. */
    static final Set<String> MESSAGES = Set.of("LtiDataPrivacyLaunchRequest", "DataPrivacyLaunchRequest");

    private final Landings landings;
    private final JdbcClient jdbc;

    PrivacyLandings(Landings landings, JdbcClient jdbc) {
        this.landings = landings;
        this.jdbc = jdbc;
    }

    Landing open(LtiLaunch launch, long person, District district) {
        String own = Place.person(person).path();
        String about = launch.forUser();
        String path = about == null || about.equals(launch.user().subject())
                ? own
                : own + "/about/" + other(launch, district, about);
        return landings.atData(launch, person, path, district.name());
    }

    /** Whoever does not look after the platform does not learn either who is known here. */
    private String other(LtiLaunch launch, District district, String about) {
        return Optional.of(RoleFacts.of(launch, null, null))
                .filter(RoleFacts::administersPlatform)
                .flatMap(facts -> jdbc.sql("select id from course_person where registration_id = ? and district_id = ?"
                                + " and sub = ?")
                        .params(launch.target().registrationId(), district.id(), about)
                        .query(Long.class)
                        .optional())
                .map(id -> Long.toString(id))
                .orElse("unknown");
    }
}
