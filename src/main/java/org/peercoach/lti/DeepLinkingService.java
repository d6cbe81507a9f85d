package org.peercoach.lti;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers a platform that asked for something to place (Deep Linking 2.0). */
public interface DeepLinkingService {

    /** The message that this answers. */
    String REQUEST = "LtiDeepLinkingRequest";

    /** The parameter of the form that takes the answer to the return URL (LTI-D4). */
    String PARAMETER = "JWT";

    /**
     * The signed answer, for a form that the browser posts to the request's return URL (Deep Linking 2.0, 4.5). Good for
     * some minutes.
     */
    String sign(ServiceTarget target, Answer answer);

    /**
     * What goes back.
     *
     * @param data as it came with the request, also when blank; null when it did not come (LTI-D5)
     * @param items empty when nothing was picked (LTI-D6)
     * @param words what the platform may show and log
     */
    record Answer(@Nullable String data, List<ContentItem> items, Words words) {}

    /**
     * @param message for the person, when all went well
     * @param error for the person, when it did not
     * @param errorLog for the platform's log
     */
    record Words(
            @Nullable String message,
            @Nullable String error,
            @Nullable String errorLog) {

        /** Nothing to say. */
        public static final Words NONE = new Words(null, null, null);

        /** All went well. */
        public static Words saying(String message) {
            return new Words(message, null, null);
        }

        /** It did not go well. */
        public static Words failing(String error, String errorLog) {
            return new Words(null, error, errorLog);
        }
    }
}
