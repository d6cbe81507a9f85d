package org.peercoach.course.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.ProblemPages;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What a refused page or form says. Whatever was typed stands there for copying; nothing was saved (UX-F4). */
@Component
class Denials implements AccessDeniedHandler {

    private static final List<String> ANYBODY = List.of("*"); // for a page without form and cookie (ruling 31)

    private final PersonTokens tokens;
    private final SessionCookies cookies;
    private final WaysBack waysBack;
    private final Elsewhere elsewhere;
    private final MessageSource messages;
    private final ProblemPages problems;

    Denials(
            PersonTokens tokens,
            SessionCookies cookies,
            WaysBack waysBack,
            Elsewhere elsewhere,
            MessageSource messages,
            ProblemPages problems) {
        this.tokens = tokens;
        this.cookies = cookies;
        this.waysBack = waysBack;
        this.elsewhere = elsewhere;
        this.messages = messages;
        this.problems = problems;
    }

    /** Nobody is signed in to this place; null when the address names none. */
    void turnAway(@Nullable Place place, HttpServletRequest request, HttpServletResponse response) {
        problems.render(place == null ? notHere() : outside(place, request), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denial) {
        problems.render(denied(request, denial).withKeptText(KeptText.of(request)), request, response);
    }

    private static ProblemPage notHere() {
        return ProblemPage.notHere().page().framedBy(ANYBODY);
    }

    private ProblemPage outside(Place place, HttpServletRequest request) {
        return elsewhere
                .instead(place, request)
                .map(visitor -> notTheirs(place, visitor, request))
                .orElseGet(() -> signedOut(place, request));
    }

    /** Somebody is signed in, as something that does not open this page. */
    private ProblemPage notTheirs(Place place, Visitor visitor, HttpServletRequest request) {
        Member member = visitor.member();
        String role = messages.getMessage(
                "course.role." + (member == null ? "ADMINISTRATOR" : member.role()),
                null,
                RequestContextUtils.getLocale(request));
        boolean operator = place.kind() == Place.Kind.OPERATOR;
        ProblemPage page = ProblemPage.of(
                        HttpStatus.FORBIDDEN,
                        operator ? "OPERATOR-ONLY" : "ADMINISTRATORS-ONLY",
                        operator ? "course.problem.operator-only" : "course.problem.administrators-only")
                .withArgs(role)
                .withKeptText(KeptText.of(request))
                .withWayOut(visitor.session().place().path());
        return page.framedBy(visitor.session().origins());
    }

    private ProblemPage signedOut(Place place, HttpServletRequest request) {
        if (place.kind() == Place.Kind.OPERATOR) {
            return ProblemPage.of(HttpStatus.UNAUTHORIZED, "OPERATOR-ONLY", "course.problem.operator")
                    .withKeptText(KeptText.of(request));
        }
        String text = KeptText.of(request);
        Optional<Session> former = cookies.former(request, place);
        List<String> origins = former.map(Session::origins).orElse(List.of());
        ProblemPage page = ProblemPage.of(
                        HttpStatus.UNAUTHORIZED,
                        "SIGNED-OUT",
                        text == null ? "course.problem.signed-out" : "course.problem.signed-out-text")
                .withKeptText(text)
                .framedBy(origins.isEmpty() ? ANYBODY : origins);
        return former.flatMap(session -> waysBack.read(request, session))
                .map(page::withWayOut)
                .orElse(page);
    }

    private ProblemPage denied(HttpServletRequest request, AccessDeniedException denial) {
        Optional<Visitor> visitor = Visitor.of(request);
        if (!(denial instanceof CsrfException) || visitor.isEmpty()) {
            return ProblemPage.of(HttpStatus.FORBIDDEN, "NOT-ALLOWED", "course.problem.not-allowed");
        }
        Session session = visitor.get().session();
        if (tokens.isOfSomebodyElse(request, session)) {
            return ProblemPage.of(HttpStatus.CONFLICT, "OTHER-PERSON", "course.problem.other-person")
                    .withArgs(visitor.get().name())
                    .withWayOut(session.place().path());
        }
        return ProblemPage.of(HttpStatus.FORBIDDEN, "FORM-NOT-OURS", "course.problem.form")
                .withWayOut(session.place().path());
    }
}
