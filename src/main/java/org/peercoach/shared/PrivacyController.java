package org.peercoach.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is kept about people, for everybody to read: without a session, inside any LMS's frame, no form, no cookie. */
@Controller
class PrivacyController {

    private final Settings settings;

    PrivacyController(Settings settings) {
        this.settings = settings;
    }

    @GetMapping("/public/privacy")
    String privacy(HttpServletRequest request, Model model) {
        PageSecurity.allowFrames(request, List.of("*"));
        model.addAttribute("contact", settings.contact());
        return "public/privacy";
    }
}
