package org.peercoach.lti.launch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.peercoach.shared.PageSecurity;
import org.peercoach.shared.ProblemPages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Shows the launch's own pages out of a filter, before any controller is reached. */
@Component
class LaunchPages {

    private final ProblemPages pages;

    LaunchPages(ProblemPages pages) {
        this.pages = pages;
    }

    /**
     * @param frames who may frame the page
     * @param model what the template reads
     */
    record Page(String template, HttpStatus status, List<String> frames, Map<String, Object> model) {}

    void show(Page page, HttpServletRequest request, HttpServletResponse response) {
        PageSecurity.allowFrames(request, page.frames());
        response.setStatus(page.status().value());
        response.setHeader("Cache-Control", "no-store");
        pages.show(page.template(), page.model(), request, response);
    }
}
