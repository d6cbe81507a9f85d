package org.peercoach.lti.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one login or launch ended. Holds ids of the platform's set-up only: no person, no token, no hint, no address with
 * a query; {@link Masked} sees to it once more before anything is written.
 *
 * @param result {@link #OPENED}, or the code on the page such as {@code LAUNCH-EXPIRED}
 * @param reference the support code on the page, or null when there was none
 * @param rules the requirements that were broken, such as {@code LTI-T11}
 * @param origin where it came from
 * @param finding what was compared
 * @param browser what the browser brought
 */
public record LaunchNote(
        String result,
        @Nullable String reference,
        List<String> rules,
        Origin origin,
        Finding finding,
        Browser browser) {

    /** The result of a launch that ended on one of our pages. */
    public static final String OPENED = "OPENED";

    /**
     * @param registration our id, or 0 when nothing genuine has named one
     * @param issuer what an unknown LMS calls itself, or null
     * @param deployment the platform's id of the deployment, from a verified token, or null
     * @param messageType from a verified token, or null
     */
    public record Origin(
            long registration,
            @Nullable String issuer,
            @Nullable String deployment,
            @Nullable String messageType) {

        /** Nothing is known yet. */
        public static final Origin UNKNOWN = new Origin(0, null, null, null);
    }

    /**
     * @param expected what the first broken rule wanted, or null
     * @param received what it got, or null
     * @param clockSeconds how far the platform's clock is ahead of ours (negative: behind), as far as the launch proves
     *     it; null when no token told
     * @param remark what is odd about a launch that opened, such as {@link #NO_ROLE}, or null
     */
    public record Finding(
            @Nullable String expected,
            @Nullable String received,
            @Nullable Long clockSeconds,
            @Nullable String remark) {

        /** Opened, but no rule gave the person a role that may do anything. */
        public static final String NO_ROLE = "NO-ROLE";

        /** Nothing to compare. */
        public static final Finding NONE = new Finding(null, null, null, null);
    }

    /**
     * @param cookie whether a cookie of the login came back; null before it could
     * @param storage whether the platform's storage was asked, or offered, or not there; null where it does not matter
     */
    public record Browser(
            @Nullable Boolean cookie, @Nullable Storage storage) {

        /** A login: the browser had no chance yet to bring anything. */
        public static final Browser UNTRIED = new Browser(null, null);
    }

    /** What became of the platform's storage. */
    public enum Storage {
        NOT_OFFERED,
        NOT_NEEDED,
        NOTHING_FOUND,
        USED
    }
}
