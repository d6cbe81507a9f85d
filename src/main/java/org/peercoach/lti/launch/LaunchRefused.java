package org.peercoach.lti.launch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.registration.Registration;
import org.springframework.security.core.AuthenticationException;

/**
 * A login or launch that ends on a page which says why. Carries no token, no state and no address but the one to go
 * back to; its message is what the log may hold.
 */
final class LaunchRefused extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final List<String> rules;
    private final transient List<Object> args;
    private final transient @Nullable Registration registration;
    private final transient @Nullable String returnUrl;

    private LaunchRefused(
            Refusal refusal,
            List<String> rules,
            List<Object> args,
            @Nullable Registration registration,
            @Nullable String returnUrl) {
        super(refusal.code() + " " + rules);
        this.refusal = refusal;
        this.rules = rules;
        this.args = args;
        this.registration = registration;
        this.returnUrl = returnUrl;
    }

    /** Refused before we know who asks; {@code rule} is a requirement such as {@code LTI-T1}, {@code args} of the page. */
    static LaunchRefused of(Refusal refusal, String rule, Object... args) {
        return new LaunchRefused(refusal, List.of(rule), List.of(args), null, null);
    }

    /** Refused for the first of these faults; the log names all. */
    static LaunchRefused of(List<Fault> faults, Object... args) {
        List<String> rules = faults.stream().map(Fault::rule).distinct().toList();
        return new LaunchRefused(faults.getFirst().refusal(), rules, List.of(args), null, null);
    }

    /** The same, for a state of ours that names this registration. */
    LaunchRefused from(Registration known) {
        return new LaunchRefused(refusal, rules, args, known, returnUrl);
    }

    /** The same with a way back to the LMS, which a verified token has named (LTI-T27). */
    LaunchRefused backTo(@Nullable String url) {
        return new LaunchRefused(refusal, rules, args, registration, url);
    }

    Refusal refusal() {
        return refusal;
    }

    List<String> rules() {
        return rules;
    }

    List<Object> args() {
        return args;
    }

    /** Null as long as nothing genuine has named one. */
    @Nullable
    Registration registration() {
        return registration;
    }

    @Nullable
    String returnUrl() {
        return returnUrl;
    }

    /** Refusals are ordinary answers; where they were made is not worth its price. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
