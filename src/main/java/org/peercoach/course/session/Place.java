package org.peercoach.course.session;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a session holds: one course, or one district. Each has a cookie of its own, so two courses in two tabs never
 * mix (rulings 2 and 11).
 *
 * @param district whether it is a district rather than a course
 * @param id our id of it
 */
public record Place(boolean district, long id) {

    private static final Pattern PATH = Pattern.compile("/([cd])/([1-9][0-9]{0,17})(?:/.*)?");

    /** The place of a course. */
    public static Place course(long id) {
        return new Place(false, id);
    }

    /** The place of a district. */
    public static Place district(long id) {
        return new Place(true, id);
    }

    /** The place that an address names; empty for any other address, encoded ones included. */
    static Optional<Place> of(String path) {
        Matcher parts = PATH.matcher(path);
        return parts.matches()
                ? Optional.of(new Place(parts.group(1).equals("d"), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    /** Its first page. */
    public String path() {
        return (district ? "/d/" : "/c/") + id;
    }

    /** Whether {@code path} is one of its pages, and a path, never a URL. */
    boolean holds(String path) {
        return (path.equals(path()) || path.startsWith(path() + "/")) && !path.contains("..") && !path.contains("\\");
    }

    /** Stands in what we seal and sign. */
    String key() {
        return district ? "d" + id : Long.toString(id);
    }

    static Place ofKey(String key) {
        return key.startsWith("d") ? district(Long.parseLong(key.substring(1))) : course(Long.parseLong(key));
    }

    String cookie() {
        return SessionCookies.PREFIX + key();
    }
}
