package org.peercoach.lti.launch;

import org.springframework.http.HttpStatus;

/**
 * Why a launch was not opened. The code is stable: it stands on the page, in the log and in the manuals. The page's
 * words come from the message key; faults of the LMS's set-up share one page and differ in one sentence.
 */
enum Refusal {
    LOGIN_INCOMPLETE(HttpStatus.BAD_REQUEST, "lti.refused.login"),
    LOGIN_AMBIGUOUS(HttpStatus.BAD_REQUEST, "lti.refused.ambiguous"),
    LMS_UNKNOWN(HttpStatus.NOT_FOUND, "lti.refused.unknown"),
    LMS_OFF(HttpStatus.FORBIDDEN, "lti.refused.off"),
    LMS_ERROR(HttpStatus.UNAUTHORIZED, "lti.refused.lms-error"),
    LMS_KEYS(HttpStatus.SERVICE_UNAVAILABLE, "lti.refused.lms-keys"),
    LAUNCH_DIRECT(HttpStatus.METHOD_NOT_ALLOWED, "lti.refused.direct"),
    LAUNCH_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "lti.refused.too-large"),
    LAUNCH_STATE(HttpStatus.UNAUTHORIZED, "lti.refused.state"),
    LAUNCH_EXPIRED(HttpStatus.UNAUTHORIZED, "lti.refused.expired"),
    LAUNCH_BROWSER(HttpStatus.UNAUTHORIZED, "lti.refused.browser"),
    LAUNCH_USED(HttpStatus.UNAUTHORIZED, "lti.refused.used"),
    LAUNCH_CLOCK(HttpStatus.UNAUTHORIZED, "lti.refused.clock"),
    LAUNCH_UNREADABLE(HttpStatus.BAD_REQUEST, "lti.refused.setup", "lti.refused.fault.unreadable"),
    LAUNCH_ALGORITHM(HttpStatus.UNAUTHORIZED, "lti.refused.setup", "lti.refused.fault.algorithm"),
    LAUNCH_KEY(HttpStatus.UNAUTHORIZED, "lti.refused.setup", "lti.refused.fault.key"),
    LAUNCH_SIGNATURE(HttpStatus.UNAUTHORIZED, "lti.refused.setup", "lti.refused.fault.signature"),
    LAUNCH_ISSUER(HttpStatus.UNAUTHORIZED, "lti.refused.setup", "lti.refused.fault.issuer"),
    LAUNCH_AUDIENCE(HttpStatus.UNAUTHORIZED, "lti.refused.setup", "lti.refused.fault.audience"),
    LAUNCH_NONCE(HttpStatus.UNAUTHORIZED, "lti.refused.setup", "lti.refused.fault.nonce"),
    LAUNCH_VERSION(HttpStatus.BAD_REQUEST, "lti.refused.setup", "lti.refused.fault.version"),
    LAUNCH_MESSAGE(HttpStatus.BAD_REQUEST, "lti.refused.setup", "lti.refused.fault.message"),
    LAUNCH_DEPLOYMENT(HttpStatus.BAD_REQUEST, "lti.refused.setup", "lti.refused.fault.deployment"),
    LAUNCH_TARGET(HttpStatus.BAD_REQUEST, "lti.refused.setup", "lti.refused.fault.target"),
    LAUNCH_LINK(HttpStatus.BAD_REQUEST, "lti.refused.setup", "lti.refused.fault.link"),
    LAUNCH_ROLES(HttpStatus.BAD_REQUEST, "lti.refused.setup", "lti.refused.fault.roles"),
    LAUNCH_CONTEXT(HttpStatus.BAD_REQUEST, "lti.refused.setup", "lti.refused.fault.context"),
    LAUNCH_PICK_RETURN(HttpStatus.BAD_REQUEST, "lti.refused.setup", "lti.refused.fault.pick-return"),
    LAUNCH_PICK_TYPES(HttpStatus.BAD_REQUEST, "lti.refused.setup", "lti.refused.fault.pick-types"),
    LAUNCH_FOR_USER(HttpStatus.BAD_REQUEST, "lti.refused.setup", "lti.refused.fault.for-user"),
    LAUNCH_IDENTITY(HttpStatus.FORBIDDEN, "lti.refused.identity"),
    LAUNCH_NOT_OFFERED(HttpStatus.UNPROCESSABLE_CONTENT, "lti.refused.not-offered"),
    DEPLOYMENT_PENDING(HttpStatus.FORBIDDEN, "lti.refused.pending"),
    DEPLOYMENT_OFF(HttpStatus.FORBIDDEN, "lti.refused.deployment-off"),
    LAUNCH_FAILED(HttpStatus.INTERNAL_SERVER_ERROR, "lti.refused.failed");

    private final HttpStatus status;
    private final String key;
    private final String faultKey;

    Refusal(HttpStatus status, String key) {
        this(status, key, "");
    }

    Refusal(HttpStatus status, String key, String faultKey) {
        this.status = status;
        this.key = key;
        this.faultKey = faultKey;
    }

    /** Such as {@code LAUNCH-EXPIRED}. */
    String code() {
        return name().replace('_', '-');
    }

    HttpStatus status() {
        return status;
    }

    /** Prefix of the page's messages. */
    String key() {
        return key;
    }

    /** Message that completes the shared page about the LMS's set-up; empty for pages of their own. */
    String faultKey() {
        return faultKey;
    }
}
