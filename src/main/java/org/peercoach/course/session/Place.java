package org.peercoach.course.session;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a session holds: one course, one district, one person's own data (LTI-O6), or the operator's pages. Each has a
 * cookie of its own, so two courses in two tabs never mix (rulings 2 and 11).
 *
 * @param id our id of it; 0 for the operator
 */
public record Place(Kind kind, long id) {

    private static final Pattern PATH = Pattern.compile("/(c|d|my-data)/([1-9][0-9]{0,17})(?:/.*)?");
    private static final String OPERATOR_PATH = "/operator";
    private static final String OPERATOR_KEY = "op";

    /** What it is. */
    public enum Kind {
        COURSE("c", ""),
        DISTRICT("d", "d"),
        PERSON("my-data", "p"),
        OPERATOR("operator", OPERATOR_KEY);

        private final String path;
        private final String key;

        Kind(String path, String key) {
            this.path = path;
            this.key = key;
        }

        private static Kind ofPath(String path) {
            return Arrays.stream(values())
                    .filter(kind -> kind.path.equals(path))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The place of a course. */
    public static Place course(long id) {
        return new Place(Kind.COURSE, id);
    }

    /** The place of a district. */
    public static Place district(long id) {
        return new Place(Kind.DISTRICT, id);
    }

    /** The place of what is stored about a person. */
    public static Place person(long id) {
        return new Place(Kind.PERSON, id);
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
                ? Optional.of(new Place(Kind.ofPath(parts.group(1)), Long.parseLong(parts.group(2))))
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
        return kind == Kind.OPERATOR ? OPERATOR_PATH : "/" + kind.path + "/" + id;
    }

    /** Whether {@code path} is one of its pages, and a path, never a URL. */
    boolean holds(String path) {
        boolean below = Stream.of("/", "?").anyMatch(next -> path.startsWith(path() + next));
        return (path.equals(path()) || below) && !path.contains("..") && !path.contains("\\");
    }

    /** Stands in what we seal and sign. */
    String key() {
        return kind == Kind.OPERATOR ? OPERATOR_KEY : kind.key + id;
    }

    static Place ofKey(String key) {
        if (key.equals(OPERATOR_KEY)) {
            return operator();
        }
        return switch (key.charAt(0)) {
            case 'd' -> district(Long.parseLong(key.substring(1)));
            case 'p' -> person(Long.parseLong(key.substring(1)));
            default -> course(Long.parseLong(key));
        };
    }

    String cookie() {
        return SessionCookies.PREFIX + key();
    }
}
