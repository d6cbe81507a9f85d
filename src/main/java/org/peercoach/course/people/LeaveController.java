package org.peercoach.course.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.peercoach.course.Allow;
import org.peercoach.course.MemberRole;
import org.peercoach.course.session.Session;
import org.peercoach.course.session.Visitor;
import org.peercoach.course.session.WaysBack;
import org.peercoach.lti.ReturnAddress;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Back to where the LMS opened us from, with a word for the person there (LTI-T27). The session stays. */
@Controller
class LeaveController {

    private final WaysBack waysBack;
    private final MessageSource messages;

    LeaveController(WaysBack waysBack, MessageSource messages) {
        this.waysBack = waysBack;
        this.messages = messages;
    }

    @GetMapping("/c/{course}/leave")
    @Allow({MemberRole.TRAINER, MemberRole.COACH, MemberRole.PARTICIPANT, MemberRole.LEADER, MemberRole.OBSERVER})
    ResponseEntity<Void> leaveCourse(HttpServletRequest request, Locale locale) {
        return leave(request, locale);
    }

    @GetMapping({"/d/{district}/leave", "/my-data/{person}/leave"})
    ResponseEntity<Void> leaveOther(HttpServletRequest request, Locale locale) {
        return leave(request, locale);
    }

    private ResponseEntity<Void> leave(HttpServletRequest request, Locale locale) {
        Session session = Visitor.of(request).orElseThrow().session();
        String words = messages.getMessage("course.leave.said", null, locale);
        String address = waysBack.read(request, session)
                .map(url -> ReturnAddress.with(url, "lti_msg", words))
                .orElseGet(() -> session.place().path());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }
}
