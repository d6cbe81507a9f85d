package org.peercoach.notifications;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.RequestLimits;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where the links of mails about mails lead. Opening one changes nothing, for mail servers open links to look at them;
 * its button does, and the one-click post of a mail program (RFC 8058).
 */
@Controller
class MailLinksController {

    private static final int A_MINUTE = 60;
    private static final String ONE_CLICK = "List-Unsubscribe";

    private final MailLinks links;
    private final Addressees addressees;
    private final Proposals proposals;
    private final RequestLimits limits;

    MailLinksController(MailLinks links, Addressees addressees, Proposals proposals, RequestLimits limits) {
        this.links = links;
        this.addressees = addressees;
        this.proposals = proposals;
        this.limits = limits;
    }

    @GetMapping(MailLinks.OFF + "{token}")
    String askOff(@PathVariable String token, HttpServletRequest request, Model model) {
        return off(addressee(token, request), token, model);
    }

    /** Stops all mails, or lets them go on for somebody who has changed their mind. */
    @PostMapping(MailLinks.OFF + "{token}")
    String off(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String go,
            @RequestParam(name = ONE_CLICK, required = false) @Nullable String oneClick,
            HttpServletRequest request,
            Model model) {
        Addressee addressee = addressee(token, request);
        boolean stop = oneClick != null || !go.equals("on");
        addressees.wish(addressee.person(), addressee.wishes().switchedOff(stop));
        return oneClick == null
                ? "redirect:" + MailLinks.OFF + token
                : off(addressees.find(addressee.person()).orElseThrow(), token, model);
    }

    @GetMapping(MailLinks.CONFIRM + "{token}")
    String askConfirm(@PathVariable String token, HttpServletRequest request, Model model) {
        guard(request);
        Addressee addressee = proposals.of(token).orElseThrow(() -> gone("notifications.problem.confirm"));
        model.addAttribute("address", addressee.pending());
        model.addAttribute("path", MailLinks.CONFIRM + token);
        return "notifications/confirm";
    }

    /** Nothing else is shown than that it is done: whoever reads that mailbox is not signed in here. */
    @PostMapping(MailLinks.CONFIRM + "{token}")
    String confirm(@PathVariable String token, HttpServletRequest request, Model model) {
        guard(request);
        if (!proposals.confirm(token)) {
            throw gone("notifications.problem.confirm");
        }
        return "redirect:/public/mail/confirmed";
    }

    @GetMapping("/public/mail/confirmed")
    String confirmed(HttpServletRequest request) {
        guard(request);
        return "notifications/confirmed";
    }

    private static String off(Addressee addressee, String token, Model model) {
        model.addAttribute("off", addressee.wishes().off());
        model.addAttribute("path", MailLinks.OFF + token);
        return "notifications/off";
    }

    private Addressee addressee(String token, HttpServletRequest request) {
        guard(request);
        return links.offOf(token).flatMap(addressees::find).orElseThrow(() -> gone("notifications.problem.off"));
    }

    /** The address holds the token, so the access log leaves it out. */
    private void guard(HttpServletRequest request) {
        request.setAttribute("org.peercoach.no-access-log", true);
        limits.count("mail", A_MINUTE, request);
    }

    private static ProblemPage.Thrown gone(String key) {
        return ProblemPage.of(HttpStatus.NOT_FOUND, "LINK-UNKNOWN", key).thrown();
    }
}
