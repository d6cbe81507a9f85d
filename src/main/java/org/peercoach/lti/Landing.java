package org.peercoach.lti;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/**
 * Where a launch ends.
 *
 * @param path one of our paths; the answer is a 303 to it (LTI-T34)
 * @param cookies session cookies to set
 * @param ticket makes what is sealed and short-lived: posted to {@code /hand-over} it opens the same place in a new tab; used
 *     when the browser refuses cookies in the frame (LTI-C7), and made only then
 * @param courseTitle shown beside that button
 * @param remark what the launch doctor should point out about this launch, such as {@code NO-ROLE}, or null
 */
public record Landing(
        String path,
        List<ResponseCookie> cookies,
        Supplier<String> ticket,
        String courseTitle,
        @Nullable String remark) {

    /** A landing with nothing to remark. */
    public Landing(String path, List<ResponseCookie> cookies, Supplier<String> ticket, String courseTitle) {
        this(path, cookies, ticket, courseTitle, null);
    }

    /** A fresh ticket. */
    public String handOverTicket() {
        return ticket.get();
    }

    /** The same with a remark. */
    public Landing remarked(@Nullable String words) {
        return new Landing(path, cookies, ticket, courseTitle, words);
    }
}
