package org.peercoach.lti.launch;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.peercoach.lti.ReturnAddress;
import org.peercoach.lti.registration.Registration;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.RequestLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * The page of a refusal, in plain words, and its line in the log: the same code, the broken rules, the registration;
 * no token, no person, no address (ruling 48).
 */
@Component
class RefusalPages {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalPages.class);
    /** What one address may try without any genuine state: a school behind one address makes fewer mistakes. */
    private static final int STRANGERS_PER_MINUTE = 300;

    private final RequestLimits limits;
    private final Origins origins;
    private final MessageSource messages;
    private final LaunchNotes notes;

    RefusalPages(RequestLimits limits, Origins origins, MessageSource messages, LaunchNotes notes) {
        this.limits = limits;
        this.origins = origins;
        this.messages = messages;
        this.notes = notes;
    }

    ProblemPage of(LaunchRefused refused, HttpServletRequest request) {
        Registration registration = refused.registration();
        if (registration == null) {
            try {
                limits.count("lti refused", STRANGERS_PER_MINUTE, request);
            } catch (ProblemPage.Thrown limited) {
                return limited.page().framedBy(origins.framingText(null));
            }
        }
        Refusal refusal = refused.refusal();
        ProblemPage page = ProblemPage.of(refusal.status(), refusal.code(), refusal.key())
                .withArgs(args(refused))
                .framedBy(frames(refused));
        log(page, registration, refused.rules());
        notes.refused(page, refused, request);
        String back = refused.returnUrl();
        return back == null ? page : page.withWayOut(wayBack(back, page, request));
    }

    /** The page of a fault of ours. */
    ProblemPage ofFault(Throwable fault, HttpServletRequest request) {
        Refusal failed = Refusal.LAUNCH_FAILED;
        ProblemPage page =
                ProblemPage.of(failed.status(), failed.code(), failed.key()).framedBy(origins.framingText(null));
        LOG.error("{} {}", page.code(), page.reference(), fault);
        notes.failed(page, request);
        return page;
    }

    void log(ProblemPage page, @org.jspecify.annotations.Nullable Registration registration, List<String> rules) {
        String id = registration == null ? "-" : Long.toString(registration.id());
        LOG.warn("{} {} registration {} rules {}", page.code(), page.reference(), id, rules);
    }

    /** A verified token has named the LMS's address; before that only the registration is known. */
    private List<String> frames(LaunchRefused refused) {
        Registration registration = refused.registration();
        return registration == null || refused.returnUrl() == null
                ? origins.framingText(registration)
                : origins.framing(registration, refused.returnUrl());
    }

    private static Object[] args(LaunchRefused refused) {
        String fault = refused.refusal().faultKey();
        return fault.isEmpty() ? refused.args().toArray() : new Object[] {new DefaultMessageSourceResolvable(fault)};
    }

    /** LTI-T27: the LMS may tell its people, and its log, why they are back so soon. Its own query stays. */
    private String wayBack(String returnUrl, ProblemPage page, HttpServletRequest request) {
        String title = messages.getMessage(
                page.key() + ".title", page.args().toArray(), RequestContextUtils.getLocale(request));
        String told = ReturnAddress.with(returnUrl, "lti_errormsg", title);
        return ReturnAddress.with(told, "lti_errorlog", page.code() + " " + page.reference());
    }
}
