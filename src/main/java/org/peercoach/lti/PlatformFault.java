package org.peercoach.lti;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A service of the platform did not do what was asked. */
public final class PlatformFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What the caller can do about it (LTI-A18 to A20). */
    public enum Kind {
        /** No answer, 5xx, or a limit: the same call may succeed later; whether it took effect is not known. */
        TRY_LATER,
        /** 429, or 403 that speaks of a rate: refused for now, without effect. */
        THROTTLED,
        /** 401 with a fresh token, 403, or a scope not granted: an administrator must change something. */
        NOT_ALLOWED,
        /** 404: what was addressed is gone. */
        GONE,
        /** 409: the platform holds something newer. */
        CONFLICT,
        /** 400, 412, 422 for this person: not somebody who can be graded here. */
        NOT_GRADABLE,
        /** Any other refusal; repeating it is useless. */
        REFUSED
    }

    private final Kind kind;
    private final int status;
    private final @Nullable Duration retryAfter;

    /**
     * @param status HTTP status, or 0 without an answer
     * @param retryAfter what the platform asked us to wait, or null
     */
    public PlatformFault(Kind kind, int status, @Nullable Duration retryAfter) {
        super("platform answered " + status + " (" + kind + ")");
        this.kind = kind;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    public int status() {
        return status;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
