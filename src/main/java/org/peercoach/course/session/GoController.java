package org.peercoach.course.session;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.RequestLimits;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;

/** Where links of mails end (ruling 18). They open nothing: a session or a launch does. */
@Controller
class GoController {

    private static final int A_MINUTE = 60;
    /** Canvas in the cloud names one issuer for all schools, which is no place to go to. */
    private static final String SHARED_ISSUER = ".instructure.com";

    private final GoPlaces places;
    private final Visitors visitors;
    private final MemberRows rows;
    private final JdbcClient jdbc;
    private final RequestLimits limits;

    GoController(GoPlaces places, Visitors visitors, MemberRows rows, JdbcClient jdbc, RequestLimits limits) {
        this.places = places;
        this.visitors = visitors;
        this.rows = rows;
        this.jdbc = jdbc;
        this.limits = limits;
    }

    /** @param address the first page of the LMS, or null where we do not know it */
    public record CourseView(
            String title, String lms, @Nullable String address) {}

    @GetMapping("/go/{token}")
    String go(@PathVariable String token, HttpServletRequest request, Model model) {
        request.setAttribute("org.peercoach.no-access-log", true);
        limits.count("go", A_MINUTE, request);
        GoPlaces.Target target = places.read(token).orElseThrow(GoController::nowhere);
        if (here(target, request)) {
            return "redirect:" + target.path();
        }
        if (request.getMethod().equals(RequestMethod.GET.name())) { // a look by HEAD is nobody's wish
            places.remember(target);
        }
        model.addAttribute("course", course(target).orElseThrow(GoController::nowhere));
        return "course/go";
    }

    /** Whoever is signed in to the course, as whomever: the page itself asks for what it needs. */
    private boolean here(GoPlaces.Target target, HttpServletRequest request) {
        return visitors.read(request, Place.course(target.course())).isPresent();
    }

    private Optional<CourseView> course(GoPlaces.Target target) {
        return jdbc.sql("select c.title, c.label, r.name, r.issuer from course_course c"
                        + " join lti_registration r on r.id = c.registration_id where c.id = ?")
                .param(target.course())
                .query((row, index) -> new CourseView(
                        rows.courseTitle(row.getString("title"), row.getString("label")),
                        row.getString("name"),
                        address(row.getString("issuer"))))
                .optional();
    }

    private static @Nullable String address(String issuer) {
        try {
            URI uri = URI.create(issuer);
            String host = uri.getHost();
            boolean page = host != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
            return page && !host.endsWith(SHARED_ISSUER) ? issuer : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static ProblemPage.Thrown nowhere() {
        return ProblemPage.of(HttpStatus.NOT_FOUND, "LINK-UNKNOWN", "course.problem.go")
                .thrown();
    }
}
