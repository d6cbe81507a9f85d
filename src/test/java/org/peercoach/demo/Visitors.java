package org.peercoach.demo;

import java.util.Optional;
import org.peercoach.demo.platform.DemoPlatform;
import org.peercoach.demo.platform.Person;

/** Who is signed in to the LMS in a browser. Anybody may be anybody here, so the cookie is the bare number. */
final class Visitors {

    private static final String COOKIE = "demo-lms-person";

    private final DemoPlatform platform;

    Visitors(DemoPlatform platform) {
        this.platform = platform;
    }

    Optional<Person> in(Request request) {
        String id = request.cookie(COOKIE);
        return id == null ? Optional.empty() : platform.world().person(id);
    }

    static Response signIn(Person person, Response response) {
        return response.with("Set-Cookie", COOKIE + "=" + person.id() + "; Path=/; HttpOnly; SameSite=Lax");
    }
}
