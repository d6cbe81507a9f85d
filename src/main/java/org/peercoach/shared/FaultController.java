package org.peercoach.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.RequestMapping;

/** The last resort: faults of filters and of the container itself, which no controller has seen. */
@Controller
class FaultController implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(FaultController.class);

    /** A page with a form that people fill in; the form goes to the page's own address. */
    private static final Pattern PAGE = Pattern.compile("/[cd]/[\\w./-]+");

    private final ProblemPages pages;
    private final DataSize largestForm;

    FaultController(ProblemPages pages, @Value("${server.tomcat.max-http-form-post-size}") DataSize largestForm) {
        this.pages = pages;
        this.largestForm = largestForm;
    }

    @RequestMapping("/error")
    void fault(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = statusOf(request);
        String at = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        boolean form =
                status == HttpStatus.CONTENT_TOO_LARGE && PAGE.matcher(at).matches();
        ProblemPage page = form ? tooLarge(at) : pageFor(status);
        Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (page.status().is5xxServerError()) {
            LOG.error("{} {}", page.code(), page.reference(), (Throwable) cause);
        }
        pages.render(page, request, response);
    }

    /** Nothing of the form was read, so its words are where they were typed, and nowhere here. */
    private ProblemPage tooLarge(String at) {
        return ProblemPage.of(HttpStatus.CONTENT_TOO_LARGE, ProblemPage.FORM_TOO_LARGE, "shared.problem.form-too-large")
                .withArgs(largestForm.toKilobytes())
                .withWayOut(at);
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
