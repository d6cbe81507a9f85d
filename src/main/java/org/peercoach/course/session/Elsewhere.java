package org.peercoach.course.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who is signed in in this browser somewhere else than the page they ask for: they are told what the page needs and what
 * they are, not to sign in.
 */
@Component
class Elsewhere {

    private final Visitors visitors;
    private final KnownMembers known;

    Elsewhere(Visitors visitors, KnownMembers known) {
        this.visitors = visitors;
        this.known = known;
    }

    /** Who is in a course or in another district; empty when nobody is, or when signing in again would let them in. */
    Optional<Visitor> instead(Place place, HttpServletRequest request) {
        if (!place.district() && place.kind() != Place.Kind.OPERATOR) {
            return Optional.empty(); // a course is entered from the LMS, whatever else is open
        }
        return signedIn(request)
                .max(Comparator.comparing(visitor -> visitor.session().used()))
                .filter(visitor -> !looksAfter(place, visitor));
    }

    private Stream<Visitor> signedIn(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Stream.empty()
                : Arrays.stream(cookies)
                        .flatMap(cookie -> SessionCookies.placeOf(cookie).stream())
                        .filter(place -> place.kind() == Place.Kind.COURSE || place.district())
                        .flatMap(place -> visitors.read(request, place).stream());
    }

    /** Their session in the district has ended, the one in a course has not. */
    private boolean looksAfter(Place place, Visitor visitor) {
        return known.person(visitor.session().person())
                .filter(KnownPerson::administrator)
                .filter(person -> place.equals(Place.district(person.district())))
                .isPresent();
    }
}
