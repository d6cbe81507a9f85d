package org.peercoach.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The last resort: faults of filters and of the container itself, which no controller has seen. */
@Controller
class FaultController implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(FaultController.class);

    private final ProblemPages pages;

    FaultController(ProblemPages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    void fault(HttpServletRequest request, HttpServletResponse response) {
        ProblemPage page = pageFor(statusOf(request));
        Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (page.status().is5xxServerError()) {
            LOG.error("{} {}", page.code(), page.reference(), (Throwable) cause);
        }
        pages.render(page, request, response);
    }

    private static ProblemPage pageFor(HttpStatus status) {
        if (status == HttpStatus.NOT_FOUND) {
            return ProblemPage.notHere().page();
        }
        return status.is4xxClientError()
                ? ProblemPage.of(status, "BAD-REQUEST", "shared.problem.bad-request")
                : ProblemPage.of(HttpStatus.INTERNAL_SERVER_ERROR, "FAILED", "shared.problem.failed");
    }

    /** The status of the fault; somebody who calls /error directly finds nothing there. */
    private static HttpStatus statusOf(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus known = status instanceof Integer code ? HttpStatus.resolve(code) : HttpStatus.NOT_FOUND;
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }
}
