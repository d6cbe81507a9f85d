package org.peercoach.course.session;

import jakarta.servlet.http.HttpServletRequest;
import org.peercoach.course.Allow;
import org.peercoach.course.MemberRole;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the scripts of an open page ask for, each time because a person pressed something. */
@Controller
class TabController {

    private final Tabs tabs;
    private final SessionCookies cookies;

    TabController(Tabs tabs, SessionCookies cookies) {
        this.tabs = tabs;
        this.cookies = cookies;
    }

    /** The session filter has renewed the cookie; the answer says for how many seconds (WCAG 2.2.1). */
    @PostMapping({"/c/{course}/stay", "/d/{district}/stay", "/my-data/{person}/stay"})
    @Allow({MemberRole.TRAINER, MemberRole.COACH, MemberRole.PARTICIPANT, MemberRole.LEADER, MemberRole.OBSERVER})
    ResponseEntity<Void> stay(HttpServletRequest request) {
        Session session = Visitor.of(request).orElseThrow().session();
        return ResponseEntity.noContent()
                .header("Pc-Left", Long.toString(cookies.left(session).toSeconds()))
                .build();
    }

    /** A fresh ticket for a new tab; the one in the page is good for 10 minutes only. */
    @PostMapping({"/c/{course}/ticket", "/d/{district}/ticket", "/my-data/{person}/ticket"})
    @Allow({MemberRole.TRAINER, MemberRole.COACH, MemberRole.PARTICIPANT, MemberRole.LEADER, MemberRole.OBSERVER})
    ResponseEntity<String> ticket(@RequestParam(defaultValue = "") String path, HttpServletRequest request) {
        Session session = Visitor.of(request).orElseThrow().session();
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(tabs.ticket(request, session, path));
    }
}
