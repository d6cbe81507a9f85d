package org.peercoach.course.session;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a session holds: one course, one district, or the operator's pages. Each has a cookie of its own, so two courses
 * in two tabs never mix (rulings 2 and 11).
 *
 * @param id our id of the course or district; 0 for the operator
 */
public record Place(Kind kind, long id) {

    /** What kind of place. */
    public enum Kind {
        COURSE,
        DISTRICT,
        OPERATOR
    }

    private static final Pattern PATH = Pattern.compile("/([cd])/([1-9][0-9]{0,17})(?:/.*)?");
    private static final String OPERATOR_PATH = "/operator";
    private static final String OPERATOR_KEY = "op";

    /** The place of a course. */
    public static Place course(long id) {
        return new Place(Kind.COURSE, id);
    }

    /** The place of a district. */
    public static Place district(long id) {
        return new Place(Kind.DISTRICT, id);
    }

    /** The place of whoever runs the server. */
    public static Place operator() {
        return new Place(Kind.OPERATOR, 0);
    }

    /** The place that an address names; empty for any other address, encoded ones included. */
    static Optional<Place> of(String path) {
        if (operator().holds(path)) {
            return Optional.of(operator());
        }
        Matcher parts = PATH.matcher(path);
        return parts.matches()
                ? Optional.of(new Place(
                        parts.group(1).equals("d") ? Kind.DISTRICT : Kind.COURSE, Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    /** The district that an address names. */
    public static Optional<Long> districtOf(String path) {
        return of(path).filter(Place::district).map(Place::id);
    }

    /** Whether it is a district. */
    public boolean district() {
        return kind == Kind.DISTRICT;
    }

    /** Its first page. */
    public String path() {
        return switch (kind) {
            case COURSE -> "/c/" + id;
            case DISTRICT -> "/d/" + id;
            case OPERATOR -> OPERATOR_PATH;
        };
    }

    /** Whether {@code path} is one of its pages, and a path, never a URL. */
    boolean holds(String path) {
        return (path.equals(path()) || path.startsWith(path() + "/")) && !path.contains("..") && !path.contains("\\");
    }

    /** Stands in what we seal and sign. */
    String key() {
        return switch (kind) {
            case COURSE -> Long.toString(id);
            case DISTRICT -> "d" + id;
            case OPERATOR -> OPERATOR_KEY;
        };
    }

    static Place ofKey(String key) {
        if (key.equals(OPERATOR_KEY)) {
            return operator();
        }
        return key.startsWith("d") ? district(Long.parseLong(key.substring(1))) : course(Long.parseLong(key));
    }

    String cookie() {
        return SessionCookies.PREFIX + key();
    }
}
