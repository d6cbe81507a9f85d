package org.peercoach.course.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.RequestLimits;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The passage into a new tab: minted by a click, confirmed in the tab, used once (rulings 16 and 17). */
@Controller
class HandOverController {

    private static final int A_MINUTE = 60;

    private final HandOvers handOvers;
    private final HandOverPeople people;
    private final TabProof proof;
    private final SessionCookies cookies;
    private final WaysBack waysBack;
    private final RequestLimits limits;

    HandOverController(
            HandOvers handOvers,
            HandOverPeople people,
            TabProof proof,
            SessionCookies cookies,
            WaysBack waysBack,
            RequestLimits limits) {
        this.handOvers = handOvers;
        this.people = people;
        this.proof = proof;
        this.cookies = cookies;
        this.waysBack = waysBack;
        this.limits = limits;
    }

    @PostMapping("/hand-over")
    ResponseEntity<Void> mint(@RequestParam(defaultValue = "") String ticket, HttpServletRequest request) {
        guard(request);
        return seeOther(handOvers.mint(ticket).orElseThrow(() -> gone().thrown()));
    }

    @GetMapping("/hand-over/{token}")
    String ask(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        guard(request);
        HandOver handOver = handOvers.look(token).orElseThrow(() -> gone().thrown());
        model.addAttribute("person", people.nameOf(handOver));
        model.addAttribute("place", people.titleOf(handOver));
        model.addAttribute("path", "/hand-over/" + token);
        model.addAttribute("proof", proof.begin(token, response));
        return "course/hand-over";
    }

    @PostMapping("/hand-over/{token}")
    ResponseEntity<Void> goOn(
            @PathVariable String token, @RequestParam(defaultValue = "") String form, HttpServletRequest request) {
        guard(request);
        if (!proof.holds(token, form, request)) {
            throw ProblemPage.of(HttpStatus.FORBIDDEN, "TAB-NOT-PROVED", "course.problem.tab")
                    .thrown();
        }
        HandOver handOver = handOvers.consume(token).orElseThrow(() -> gone().thrown());
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookies.seal(handOver.session()).toString());
        waysBack.seal(handOver.session(), handOver.back())
                .ifPresent(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie.toString()));
        return answer.location(URI.create(handOver.path())).build();
    }

    /** The address holds the token while it can still be used, so the access log leaves it out. */
    private void guard(HttpServletRequest request) {
        request.setAttribute("org.peercoach.no-access-log", true);
        limits.count("hand-over", A_MINUTE, request);
    }

    private static ResponseEntity<Void> seeOther(String token) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/hand-over/" + token))
                .build();
    }

    private static ProblemPage gone() {
        return ProblemPage.of(HttpStatus.GONE, "PASSAGE-USED", "course.problem.passage");
    }
}
