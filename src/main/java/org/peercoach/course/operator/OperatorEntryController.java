package org.peercoach.course.operator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.peercoach.course.session.Place;
import org.peercoach.course.session.Session;
import org.peercoach.course.session.SessionCookies;
import org.peercoach.course.session.TabProof;
import org.peercoach.course.session.Visitor;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.RequestLimits;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets the operator in by a one-time link. Looking at it changes nothing; the button uses it up (ruling 19). */
@Controller
class OperatorEntryController {

    private static final int TRIES_PER_MINUTE = 120;

    private final OperatorLinks links;
    private final SessionCookies cookies;
    private final TabProof proof;
    private final RequestLimits limits;
    private final Clock clock;

    OperatorEntryController(
            OperatorLinks links, SessionCookies cookies, TabProof proof, RequestLimits limits, Clock clock) {
        this.links = links;
        this.cookies = cookies;
        this.proof = proof;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping("/operator/enter/{link}")
    String ask(@PathVariable String link, Model model, HttpServletRequest request, HttpServletResponse response) {
        guard(request);
        if (!links.opens(link)) {
            throw past();
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("path", OperatorLink.PATH + link);
        model.addAttribute("proof", proof.begin(link, response));
        return "course/operator-enter";
    }

    @PostMapping("/operator/enter/{link}")
    String enter(
            @PathVariable String link,
            @RequestParam(defaultValue = "") String form,
            HttpServletRequest request,
            HttpServletResponse response) {
        guard(request);
        if (!proof.holds(link, form, request) || !links.use(link)) {
            throw past();
        }
        Session session = Session.begin(Place.operator(), 0, 0, "", clock.instant(), List.of());
        response.addHeader(HttpHeaders.SET_COOKIE, cookies.seal(session).toString());
        return "redirect:/operator";
    }

    /** The address is the link while it can still be used, so the access log leaves it out. */
    private void guard(HttpServletRequest request) {
        request.setAttribute("org.peercoach.no-access-log", true);
        limits.count("operator link", TRIES_PER_MINUTE, request);
    }

    @PostMapping("/operator/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        SessionCookies.end(response, Place.operator());
        Visitor.leave(request);
        return "course/operator-left";
    }

    private static ProblemPage.Thrown past() {
        return ProblemPage.of(HttpStatus.GONE, "OPERATOR-LINK", "course.problem.operator-link")
                .thrown();
    }
}
