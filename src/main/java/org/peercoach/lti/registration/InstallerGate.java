package org.peercoach.lti.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.RequestLimits;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Who may see and send the installer's pages, and inside whose frames. */
@Component
class InstallerGate {

    /** For pages without a form, and for Canvas: its customers frame us from addresses of their own. */
    static final List<String> ANYBODY = List.of("*");

    private static final int VISITS_PER_MINUTE = 60;
    private static final int TRIES_PER_MINUTE = 10;

    private final InstallCode code;
    private final PlatformAddresses addresses;
    private final RequestLimits limits;

    InstallerGate(InstallCode code, PlatformAddresses addresses, RequestLimits limits) {
        this.code = code;
        this.addresses = addresses;
        this.limits = limits;
    }

    /** @throws ProblemPage.Thrown if nobody can register here, or too many come from one address */
    void enter(HttpServletRequest request) {
        count("register", VISITS_PER_MINUTE, request);
        if (!code.isOpen()) {
            throw problem(HttpStatus.FORBIDDEN, "REGISTER-OFF", "lti.register.problem.off")
                    .thrown();
        }
    }

    boolean codeNeeded() {
        return code.isNeeded();
    }

    /** @throws ProblemPage.Thrown after too many tries from one address */
    Optional<InstallCode.Permit> permit(String typed, HttpServletRequest request) {
        if (code.isNeeded()) {
            count("install-code", TRIES_PER_MINUTE, request);
        }
        return code.permit(typed);
    }

    /** Uses the code up; false if it was used meanwhile. */
    boolean use(InstallCode.Permit permit) {
        return code.use(permit);
    }

    void giveBack(InstallCode.Permit permit) {
        code.giveBack(permit);
    }

    boolean allowsAddress(String configuration) {
        return addresses.allows(configuration);
    }

    /** Who may frame the page with the form: the LMS that opened it. A stranger's frame lacks the code anyway. */
    List<String> frames(String configuration) {
        return IssuerHosts.servesManyDomains(IssuerHosts.host(configuration))
                ? ANYBODY
                : List.of(IssuerHosts.origin(configuration));
    }

    ProblemPage problem(HttpStatus status, String kind, String key) {
        return ProblemPage.of(status, kind, key).framedBy(ANYBODY);
    }

    private void count(String kind, int perMinute, HttpServletRequest request) {
        try {
            limits.count(kind, perMinute, request);
        } catch (ProblemPage.Thrown e) {
            throw e.page().framedBy(ANYBODY).thrown();
        }
    }
}
