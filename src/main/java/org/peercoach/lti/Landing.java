package org.peercoach.lti;

import java.util.List;
import org.springframework.http.ResponseCookie;

/**
 * Where a launch ends.
 *
 * @param path one of our paths; the answer is a 303 to it (LTI-T34)
 * @param cookies session cookies to set
 * @param handOverTicket sealed, short-lived: posted to {@code /hand-over} it opens the same place in a new tab; used
 *     when the browser refuses cookies in the frame (LTI-C7)
 * @param courseTitle shown beside that button
 */
public record Landing(String path, List<ResponseCookie> cookies, String handOverTicket, String courseTitle) {}
