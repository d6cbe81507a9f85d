package org.peercoach.lti.key;

import java.text.ParseException;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.GuardedHttp;

/** Why a platform's key set could not be had, as a class (ruling 29). */
public final class KeySetFault {

    private KeySetFault() {}

    /**
     * The name of a {@link GuardedHttp.FailureKind}, {@code STATUS 404}, or {@code WRONG_TYPE} for an answer that is no
     * key set; {@code OTHER} when the fault does not say.
     */
    public static String classOf(Throwable fault) {
        for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof GuardedHttp.Failed failed) {
                return failed.kind().name();
            }
            if (cause instanceof JwksRetriever.BadStatus bad) {
                return "STATUS " + bad.status();
            }
            if (cause instanceof ParseException) {
                return "WRONG_TYPE";
            }
        }
        return "OTHER";
    }
}
