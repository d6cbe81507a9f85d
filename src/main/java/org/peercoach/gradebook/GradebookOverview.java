package org.peercoach.gradebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.MemberRole;
import org.peercoach.course.Roster;
import org.peercoach.gradebook.GradebookController.Chip;
import org.peercoach.gradebook.GradebookController.PlaceView;
import org.peercoach.gradebook.GradebookController.ScoreRow;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What the gradebook page shows. */
@Component
class GradebookOverview {

    /** Filters of the list; the last is for people without points. */
    private enum Filter {
        ALL,
        SENT,
        WAITING,
        FAILED,
        KEPT_HERE,
        NONE;

        boolean takes(@Nullable DeliveryStatus status) {
            return this == ALL
                    || (status == null ? this == NONE : status.state().name().equals(name()));
        }

        static Filter of(String name) {
            return Stream.of(values())
                    .filter(filter -> filter.name().equals(name))
                    .findFirst()
                    .orElse(ALL);
        }
    }

    private final GradedActivities activities;
    private final Roster roster;
    private final ScoreRows rows;
    private final LineItems lineItems;
    private final MessageSource messages;

    GradebookOverview(
            GradedActivities activities, Roster roster, ScoreRows rows, LineItems lineItems, MessageSource messages) {
        this.activities = activities;
        this.roster = roster;
        this.rows = rows;
        this.lineItems = lineItems;
        this.messages = messages;
    }

    /** @param failed how many were not sent for good */
    record Sheet(List<ScoreRow> rows, List<Chip> chips, int failed) {}

    List<GradedActivities.Graded> activities() {
        return activities.all();
    }

    /** All coaches of the course, and whoever else has points in this activity. */
    Sheet sheet(Member trainer, GradedActivities.Graded graded, String state) {
        Map<MemberId, DeliveryStatus> statuses = rows.statuses(trainer.course(), graded.key());
        List<ScoreRow> all = roster.members(trainer.course()).stream()
                .filter(member -> member.role() == MemberRole.COACH || statuses.containsKey(member.id()))
                .map(member -> row(
                        member.name(),
                        graded,
                        statuses.get(member.id()),
                        member.id().value()))
                .toList();
        Filter current = Filter.of(state);
        List<Chip> chips = new ArrayList<>();
        for (Filter filter : Filter.values()) {
            int count = count(all, filter);
            if (count > 0 || filter == Filter.ALL || filter == current) {
                chips.add(new Chip(
                        words("gradebook.filter." + filter), count, path(trainer, graded, filter), filter == current));
            }
        }
        List<ScoreRow> shown =
                all.stream().filter(row -> current.takes(row.status())).toList();
        return new Sheet(shown, chips, count(all, Filter.FAILED));
    }

    /** One chip an activity; none if there is only one. */
    List<Chip> chips(Member trainer, GradedActivities.Graded current) {
        List<GradedActivities.Graded> all = activities.all();
        return all.size() < 2
                ? List.of()
                : all.stream()
                        .map(graded ->
                                new Chip(graded.title(), 0, path(trainer, graded, Filter.ALL), graded.equals(current)))
                        .toList();
    }

    /** A coach's own points, activity by activity. */
    List<ScoreRow> own(Member coach) {
        return activities.all().stream()
                .map(graded -> row(
                        graded.title(),
                        graded,
                        rows.status(coach.course(), new DueScore.Key(coach.id(), graded.key()))
                                .orElse(null),
                        null))
                .toList();
    }

    /** Null when points of this activity go to the LMS. */
    @Nullable
    PlaceView place(CourseId course, String activity) {
        String closed = Destination.closed(roster.gradingPlace(course, activity), lineItems.find(course, activity));
        return closed == null ? null : new PlaceView(closed, closed.equals(Reasons.NOT_PLACED));
    }

    private static ScoreRow row(
            String title, GradedActivities.Graded graded, @Nullable DeliveryStatus status, @Nullable Long member) {
        boolean again = status != null
                && (status.state() == DeliveryStatus.State.FAILED
                        || (status.state() == DeliveryStatus.State.WAITING && status.nextTry() != null));
        return new ScoreRow(
                title, status == null ? null : status.points(), graded.maximum(), status, again ? member : null);
    }

    private static int count(List<ScoreRow> rows, Filter filter) {
        return (int) rows.stream().filter(row -> filter.takes(row.status())).count();
    }

    private static String path(Member trainer, GradedActivities.Graded graded, Filter filter) {
        UriComponentsBuilder path =
                UriComponentsBuilder.fromPath(trainer.path("/gradebook")).queryParam("activity", graded.key());
        return filter == Filter.ALL
                ? path.encode().build().toUriString()
                : path.queryParam("state", filter).encode().build().toUriString();
    }

    private String words(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
