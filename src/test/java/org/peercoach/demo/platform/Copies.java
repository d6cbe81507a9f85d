package org.peercoach.demo.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Copies courses as LMSs do: a new course id, new ids of links and columns; the same addresses, custom parameters, resource
 * ids and tags; nobody's points. Moodle tells of it by {@code $Context.id.history} only, Canvas sends a notice as well.
 */
public final class Copies {

    /** A copy's id is its origin's with this and a number behind it, so it tells its own history. */
    private static final String MARK = "copy";

    private final Parts parts;
    private final Notices notices;

    Copies(Parts parts, Notices notices) {
        this.parts = parts;
        this.notices = notices;
    }

    /** A copy of the course, with all its links and columns. */
    public Course copy(Course origin) {
        List<Link> links = parts.world().links().stream()
                .filter(one -> origin.id().equals(one.courseId()))
                .toList();
        String id = origin.id() + MARK + parts.notebook().nextId();
        Map<String, String> newIds = new HashMap<>();
        for (Link link : links) {
            newIds.put(link.id(), parts.notebook().nextId());
            parts.notebook().change(now -> now.with(copy(link, id, newIds)));
        }
        for (Column column : parts.world().columns(origin)) {
            String number = parts.notebook().nextId();
            parts.notebook().change(now -> now.with(copy(column, number, id, newIds)));
        }
        Course made = parts.world().course(id).orElseThrow();
        parts.notebook().tell(Event.Kind.SET_UP, "“" + origin.title() + "” was copied");
        notices.copied(made, origin);
        return made;
    }

    private static Link copy(Link link, String course, Map<String, String> newIds) {
        return new Link(
                newIds.getOrDefault(link.id(), ""),
                course,
                link.title(),
                link.text(),
                link.address(),
                link.custom(),
                link.audience());
    }

    private static Column copy(Column column, String id, String course, Map<String, String> newIds) {
        return new Column(
                id,
                course,
                column.label(),
                column.maximum(),
                column.resourceId(),
                column.tag(),
                column.linkId() == null ? null : newIds.get(column.linkId()),
                column.madeByTool());
    }

    /** The copy with this id, if it comes from this course. */
    static Optional<Course> of(Course first, String id) {
        return id.startsWith(first.id() + MARK)
                ? Optional.of(new Course(
                        id,
                        first.label() + "-2",
                        first.title() + " (copy)",
                        "A copy. " + first.about(),
                        first.members()))
                : Optional.empty();
    }

    /** Ids of the courses that this one came from, the last first; empty for one that is no copy. */
    static String history(String id) {
        int mark = id.lastIndexOf(MARK);
        if (mark < 0) {
            return "";
        }
        String origin = id.substring(0, mark);
        String before = history(origin);
        return before.isEmpty() ? origin : origin + "," + before;
    }
}
