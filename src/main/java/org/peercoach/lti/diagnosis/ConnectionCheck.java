package org.peercoach.lti.diagnosis;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was examined about a connection.
 *
 * @param what was examined
 * @param light how it is
 * @param finding a class such as {@code OK}, {@code DNS} or {@code STATUS}; words for it are the reader's
 * @param values numbers and ids of the set-up that belong into those words: a status, seconds, key ids, scopes
 */
public record ConnectionCheck(What what, Light light, String finding, List<String> values) {

    /** What is examined, in this order. */
    public enum What {
        LOGIN_ADDRESS,
        KEY_SET,
        KEYS,
        CLOCK,
        TOKEN,
        SCOPES,
        ROSTER,
        LINE_ITEMS
    }

    /** How it is. */
    public enum Light {
        GOOD,
        /** Works, but will not for long, or not for all. */
        DOUBTFUL,
        BAD,
        /** Could not be examined, since something before it failed or nothing is there to examine. */
        UNKNOWN
    }

    static ConnectionCheck good(What what, Object... values) {
        return of(what, Light.GOOD, "OK", values);
    }

    static ConnectionCheck bad(What what, String finding, Object... values) {
        return of(what, Light.BAD, finding, values);
    }

    static ConnectionCheck unknown(What what, String finding) {
        return of(what, Light.UNKNOWN, finding);
    }

    static ConnectionCheck of(What what, Light light, String finding, Object... values) {
        return new ConnectionCheck(
                what, light, finding, Arrays.stream(values).map(String::valueOf).toList());
    }

    /** One line that {@link #parse} reads. */
    String format() {
        return what + "\t" + light + "\t" + finding + "\t" + String.join("\t", values);
    }

    /** Null for a line of another version of the tool. */
    static @Nullable ConnectionCheck parse(String line) {
        String[] parts = line.split("\t");
        try {
            return new ConnectionCheck(
                    What.valueOf(parts[0]),
                    Light.valueOf(parts[1]),
                    parts[2],
                    List.of(Arrays.copyOfRange(parts, 3, Math.max(3, parts.length))));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return null;
        }
    }
}
