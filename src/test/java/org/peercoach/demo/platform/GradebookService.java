package org.peercoach.demo.platform;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Assignment and Grade Services 2.0: who may, in which media type, and where it goes on. */
final class GradebookService {

    static final String LINE_ITEM = "application/vnd.ims.lis.v2.lineitem+json";
    static final String LINE_ITEMS = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    static final String RESULTS = "application/vnd.ims.lis.v2.resultcontainer+json";
    static final String SCORE = "application/vnd.ims.lis.v1.score+json";
    private static final Pattern PATH =
            Pattern.compile("/services/(\\w+)/lineitems(?:/(\\d+)(?:/lineitem)?(?:/(scores|results)(?:/(\\w+))?)?)?");

    private final Parts parts;
    private final ServiceDoor door;
    private final LineItems lineItems;
    private final Scores scores;
    private final Results results;

    GradebookService(Parts parts, ServiceDoor door) {
        this.parts = parts;
        this.door = door;
        this.lineItems = new LineItems(parts);
        this.scores = new Scores(parts);
        this.results = new Results(parts);
    }

    static boolean serves(String path) {
        return PATH.matcher(path).matches();
    }

    ServiceAnswer answer(ServiceCall call) {
        Matcher at = PATH.matcher(call.path());
        if (!at.matches()) {
            throw door.notFound(call, "no such service");
        }
        String child = at.group(3) == null ? "" : at.group(3);
        door.open(call, scopes(call, child), mediaType(call, at.group(2) == null, child));
        Course course = parts.world()
                .course(at.group(1))
                .orElseThrow(() -> door.notFound(call, "Course " + at.group(1) + " doesn't exist"));
        if (at.group(2) == null) {
            return call.get() ? lineItems.list(call, course) : lineItems.create(call, course, door);
        }
        Column column = parts.world()
                .column(at.group(2))
                .filter(one -> one.courseId().equals(course.id()))
                .orElseThrow(() -> door.notFound(call, "Grade item " + at.group(2) + " doesn't exist"));
        return switch (child) {
            case "scores" -> scores.take(call, course, column);
            case "results" -> results.list(call, column, at.group(4));
            default -> one(call, column);
        };
    }

    private ServiceAnswer one(ServiceCall call, Column column) {
        return switch (call.method()) {
            case "GET" -> lineItems.read(column);
            case "PUT" -> lineItems.replace(call, column, door);
            case "DELETE" -> lineItems.delete(call, column, door);
            default -> throw door.refused(call, 405, "Method not allowed");
        };
    }

    private static List<String> scopes(ServiceCall call, String child) {
        return switch (child) {
            case "scores" -> List.of(Scopes.SCORE);
            case "results" -> List.of(Scopes.RESULT_READ);
            default -> call.get() ? List.of(Scopes.LINE_ITEM, Scopes.LINE_ITEM_READ) : List.of(Scopes.LINE_ITEM);
        };
    }

    private static String mediaType(ServiceCall call, boolean container, String child) {
        return Map.of("scores", SCORE, "results", RESULTS)
                .getOrDefault(child, container && call.get() ? LINE_ITEMS : LINE_ITEM);
    }
}
