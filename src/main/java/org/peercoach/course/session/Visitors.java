package org.peercoach.course.session;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns the cookie of the place that the address names into a visitor who may still be here. */
@Component
class Visitors {

    private final SessionCookies cookies;
    private final KnownMembers known;
    private final MessageSource messages;

    Visitors(SessionCookies cookies, KnownMembers known, MessageSource messages) {
        this.cookies = cookies;
        this.known = known;
        this.messages = messages;
    }

    Optional<Visitor> read(HttpServletRequest request, Place place) {
        return cookies.read(request, place)
                .flatMap(session -> switch (place.kind()) {
                    case COURSE -> inCourse(session);
                    case DISTRICT -> inDistrict(session);
                    case PERSON -> atOwnData(session);
                    case OPERATOR -> Optional.of(operator(session));
                })
                .or(() -> place.district() ? read(request, Place.operator()) : Optional.empty());
    }

    /** Whoever runs the server may look after every district; that it exists is for the page to say. */
    private Visitor operator(Session session) {
        return new Visitor(session, messages.getMessage("course.role.OPERATOR", null, Locale.US), null, null, null);
    }

    private Optional<Visitor> inCourse(Session session) {
        return known.member(session.member())
                .filter(KnownMember::active)
                .filter(member -> known.open(member.member().course().value()))
                .filter(member ->
                        member.member().course().value() == session.place().id()
                                && member.member().person() == session.person()
                                && stillGood(session, member.validFrom()))
                .map(member -> new Visitor(
                        session, member.member().name(), member.member(), member.language(), member.zones()));
    }

    private Optional<Visitor> inDistrict(Session session) {
        return known.person(session.person())
                .filter(person -> person.district() == session.place().id())
                .filter(person -> person.administrator() && person.admitted())
                .filter(person -> stillGood(session, person.validFrom()))
                .map(person -> new Visitor(session, person.name(), null, null, person.zones()));
    }

    /** Everybody may see what is stored about them. */
    private Optional<Visitor> atOwnData(Session session) {
        return known.person(session.person())
                .filter(person -> person.id() == session.place().id() && stillGood(session, person.validFrom()))
                .map(person -> new Visitor(session, person.name(), null, null, person.zones()));
    }

    /** Cookies know whole seconds only. */
    private static boolean stillGood(Session session, Instant validFrom) {
        return session.issued().getEpochSecond() >= validFrom.getEpochSecond();
    }
}
