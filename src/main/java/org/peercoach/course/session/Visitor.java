package org.peercoach.course.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.course.zone.KnownZones;

/**
 * Who makes this request: read from the place's cookie once, then kept with the request.
 *
 * @param name what to call the person
 * @param member the member, or null outside courses
 * @param language tag of the language that the LMS shows the person, or null where it is not known
 * @param zones what is known of the person’s time zone; null for the operator, who is no person of ours
 */
public record Visitor(
        Session session,
        String name,
        @Nullable Member member,
        @Nullable String language,
        @Nullable KnownZones zones) {

    private static final String ATTRIBUTE = Visitor.class.getName();

    /** The visitor of this request; empty for addresses outside courses and districts. */
    public static Optional<Visitor> of(HttpServletRequest request) {
        return Optional.ofNullable((Visitor) request.getAttribute(ATTRIBUTE));
    }

    /** The member who makes this request; empty for addresses outside courses. */
    static Optional<Member> memberOf(HttpServletRequest request) {
        return of(request).map(Visitor::member);
    }

    /** The rest of this request is nobody's any more: the page that says good-bye has no menu. */
    public static void leave(HttpServletRequest request) {
        request.removeAttribute(ATTRIBUTE);
    }

    void enter(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
