package org.peercoach.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Every fault of a controller ends on a page in plain words; the log has the same code. */
@ControllerAdvice
class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final ProblemPages pages;

    ErrorPages(ProblemPages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    void problem(ProblemPage.Thrown thrown, HttpServletRequest request, HttpServletResponse response) {
        pages.render(thrown.page(), request, response);
    }

    @ExceptionHandler
    void anything(Exception fault, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (fault instanceof AccessDeniedException) {
            throw fault; // the security chain of the address answers
        }
        HttpStatus status = statusOf(fault);
        ProblemPage page = switch (status) {
            case NOT_FOUND -> ProblemPage.notHere().page();
            case INTERNAL_SERVER_ERROR -> ProblemPage.of(status, "FAILED", "shared.problem.failed");
            default -> ProblemPage.of(status, "BAD-REQUEST", "shared.problem.bad-request");
        };
        if (status.is5xxServerError()) {
            LOG.error("{} {}", page.code(), page.reference(), fault);
        } else {
            LOG.debug("{} {} {}", page.code(), page.reference(), fault.toString());
        }
        pages.render(page, request, response);
    }

    private static HttpStatus statusOf(Exception fault) {
        if (fault instanceof ErrorResponse response) {
            HttpStatus status = HttpStatus.resolve(response.getStatusCode().value());
            return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
        }
        if (fault instanceof MethodArgumentTypeMismatchException of
                && of.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return HttpStatus.NOT_FOUND; // nothing has such a name
        }
        return fault instanceof TypeMismatchException || fault instanceof HttpMessageNotReadableException
                ? HttpStatus.BAD_REQUEST
                : HttpStatus.INTERNAL_SERVER_ERROR;
    }
}
