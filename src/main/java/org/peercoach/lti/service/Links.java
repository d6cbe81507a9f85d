package org.peercoach.lti.service;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Link headers (RFC 8288) as platforms really write them: relation in straight or curly quotes or none, with other
 * parameters, and {@code &amp;} in the address (LTI-A7, MOODLE-3.4). The case of addresses is kept.
 */
final class Links {

    private static final Pattern LINK = Pattern.compile("<([^>]*)>([^<]*)");
    /** Curly quotes may arrive as several odd characters, so anything but ASCII letters may stand around the words. */
    private static final Pattern RELATION =
            Pattern.compile("(?:^|[;\\s])rel\\s*=[^A-Za-z]{0,8}([A-Za-z][A-Za-z \\t-]*)", Pattern.CASE_INSENSITIVE);

    private static final Pattern NEXT = word("next");
    private static final Pattern DIFFERENCES = word("differences");

    private Links() {}

    /** The address of the next page, as written; several header lines are joined by a comma. */
    static Optional<String> next(String header) {
        return find(header, NEXT);
    }

    /** The address that tells what has changed since this answer (LTI-N5). */
    static Optional<String> differences(String header) {
        return find(header, DIFFERENCES);
    }

    private static Pattern word(String relation) {
        return Pattern.compile("(?:^|\\s)" + relation + "(?:\\s|$)", Pattern.CASE_INSENSITIVE);
    }

    private static Optional<String> find(String header, Pattern wanted) {
        Matcher link = LINK.matcher(header);
        while (link.find()) {
            Matcher relation = RELATION.matcher(link.group(2));
            if (relation.find() && wanted.matcher(relation.group(1)).find()) {
                return Optional.of(link.group(1).strip().replace("&amp;", "&"));
            }
        }
        return Optional.empty();
    }
}
