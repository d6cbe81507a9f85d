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

    /** What is known of whoever was refused; nothing as long as nothing genuine has named it. */
    private record Known(
            @Nullable Registration registration,
            @Nullable String issuer,
            @Nullable String returnUrl,
            @Nullable TokenFacts facts) {
        static final Known NOTHING = new Known(null, null, null, null);
    }

    private final transient List<Fault> faults;
    private final transient List<Object> args;
    private final transient Known known;

    private LaunchRefused(List<Fault> faults, List<Object> args, Known known) {
        super(faults.getFirst().refusal().code() + " " + rulesOf(faults));
        this.faults = faults;
        this.args = args;
        this.known = known;
    }

    /** Refused before we know who asks; {@code rule} is a requirement such as {@code LTI-T1}, {@code args} of the page. */
    static LaunchRefused of(Refusal refusal, String rule, Object... args) {
        return of(new Fault(rule, refusal), args);
    }

    /** The same for a fault that says what was compared. */
    static LaunchRefused of(Fault fault, Object... args) {
        return of(List.of(fault), args);
    }

    /** Refused for the first of these faults; the log names all. */
    static LaunchRefused of(List<Fault> faults, Object... args) {
        return new LaunchRefused(List.copyOf(faults), List.of(args), Known.NOTHING);
    }

    /** The same, for a state of ours that names this registration. */
    LaunchRefused from(Registration registration) {
        return knowing(new Known(registration, known.issuer(), known.returnUrl(), known.facts()));
    }

    /** The same, for an LMS that calls itself so. */
    LaunchRefused fromStranger(String issuer) {
        return knowing(new Known(null, issuer, null, null));
    }

    /** The same with a way back to the LMS, which a verified token has named (LTI-T27). */
    LaunchRefused backTo(@Nullable String url) {
        return knowing(new Known(known.registration(), known.issuer(), url, known.facts()));
    }

    /** The same with what a verified token says of its platform. */
    LaunchRefused about(TokenFacts facts) {
        return knowing(new Known(known.registration(), known.issuer(), known.returnUrl(), facts));
    }

    private LaunchRefused knowing(Known more) {
        return new LaunchRefused(faults, args, more);
    }

    Refusal refusal() {
        return faults.getFirst().refusal();
    }

    List<Fault> faults() {
        return faults;
    }

    List<String> rules() {
        return rulesOf(faults);
    }

    List<Object> args() {
        return args;
    }

    /** Null as long as nothing genuine has named one. */
    @Nullable
    Registration registration() {
        return known.registration();
    }

    /** What a stranger calls itself, or null. */
    @Nullable
    String issuer() {
        return known.issuer();
    }

    @Nullable
    String returnUrl() {
        return known.returnUrl();
    }

    /** Null as long as no token was verified. */
    @Nullable
    TokenFacts facts() {
        return known.facts();
    }

    private static List<String> rulesOf(List<Fault> faults) {
        return faults.stream().map(Fault::rule).distinct().toList();
    }

    /** Refusals are ordinary answers; where they were made is not worth its price. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
