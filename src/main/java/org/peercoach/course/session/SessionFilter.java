package org.peercoach.course.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.peercoach.course.Member;
import org.peercoach.shared.PageSecurity;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in whoever has the cookie of the course, district or person that the address names; everybody else sees how to come. */
class SessionFilter extends OncePerRequestFilter {

    private final Visitors visitors;
    private final SessionCookies cookies;
    private final Denials denials;

    SessionFilter(Visitors visitors, SessionCookies cookies, Denials denials) {
        this.visitors = visitors;
        this.cookies = cookies;
        this.denials = denials;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Place> place = Place.of(request.getRequestURI());
        Optional<Visitor> visitor = place.flatMap(here -> visitors.read(request, here));
        if (visitor.isPresent()) {
            admit(visitor.get(), request, response);
            chain.doFilter(request, response);
        } else {
            denials.turnAway(place.orElse(null), request, response);
        }
    }

    private void admit(Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        visitor.enter(request);
        PageSecurity.allowFrames(request, visitor.session().origins());
        SecurityContextHolder.setContext(new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(visitor, null, roles(visitor))));
        cookies.renewed(visitor.session())
                .ifPresent(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString()));
        cookies.surplus(request).forEach(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString()));
    }

    private static List<SimpleGrantedAuthority> roles(Visitor visitor) {
        Member member = visitor.member();
        String outside = switch (visitor.session().place().kind()) {
            case OPERATOR -> "OPERATOR";
            case DISTRICT -> "ADMINISTRATOR";
            case PERSON, COURSE -> "PERSON";
        };
        return List.of(new SimpleGrantedAuthority("ROLE_" + (member == null ? outside : member.role())));
    }
}
