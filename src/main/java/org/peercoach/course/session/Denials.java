package org.peercoach.course.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.ProblemPages;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What a refused page or form says. Whatever was typed stands there for copying; nothing was saved (UX-F4). */
@Component
class Denials implements AccessDeniedHandler {

    private static final List<String> ANYBODY = List.of("*"); // for a page without form and cookie (ruling 31)

    private final PersonTokens tokens;
    private final SessionCookies cookies;
    private final WaysBack waysBack;
    private final ProblemPages problems;

    Denials(PersonTokens tokens, SessionCookies cookies, WaysBack waysBack, ProblemPages problems) {
        this.tokens = tokens;
        this.cookies = cookies;
        this.waysBack = waysBack;
        this.problems = problems;
    }

    /** Nobody is signed in to this place; null when the address names none. */
    void turnAway(@Nullable Place place, HttpServletRequest request, HttpServletResponse response) {
        problems.render(place == null ? notHere() : signedOut(place, request), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denial) {
        problems.render(denied(request, denial).withKeptText(KeptText.of(request)), request, response);
    }

    private static ProblemPage notHere() {
        return ProblemPage.of(HttpStatus.NOT_FOUND, "NOT-FOUND", "shared.problem.not-found")
                .framedBy(ANYBODY);
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
