package org.peercoach.lti.registration;

import java.util.List;
import org.peercoach.shared.SupportCode;

/** Dynamic registration did not succeed, for a reason that an administrator can understand. */
final class RegistrationFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong. Each kind has words under {@code lti.register.fault.<kind>}. */
    enum Kind {
        /** No answer; the argument is the kind of failure. */
        NOT_REACHED,
        /** The configuration could not be read; the argument is the HTTP status. */
        STATUS,
        /** The configuration lacks something; the argument is what. */
        INCOMPLETE,
        /** An address of the configuration is not safe; the argument is which. */
        ADDRESS,
        /** The configuration speaks for another host; the arguments are both hosts. */
        ISSUER,
        /** The platform does not offer what LTI 1.3 asks for; the argument is what. */
        UNSUPPORTED,
        /** The registration token was used, is too old, or is missing. */
        TOKEN,
        /** The platform refused; the argument is its own words. */
        REFUSED,
        /** The platform registered us, but its answer cannot be used. */
        ANSWER
    }

    private final Kind kind;
    private final transient List<Object> arguments;
    private final transient SupportCode reference = SupportCode.next();

    RegistrationFault(Kind kind, Object... arguments) {
        super("registration failed: " + kind, null, false, false);
        this.kind = kind;
        this.arguments = List.of(arguments);
    }

    Kind kind() {
        return kind;
    }

    List<Object> arguments() {
        return arguments;
    }

    SupportCode reference() {
        return reference;
    }
}
