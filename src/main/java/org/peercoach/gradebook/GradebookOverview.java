package org.peercoach.gradebook;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.GradingPlace;
import org.peercoach.course.Member;
import org.peercoach.course.Roster;
import org.peercoach.gradebook.GradebookController.Choice;
import org.peercoach.gradebook.GradebookController.PlaceView;
import org.peercoach.gradebook.GradebookController.ReadingView;
import org.peercoach.gradebook.GradebookController.ScoreRow;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the gradebook page shows around its list. */
@Component
class GradebookOverview {

    private final GradedActivities activities;
    private final Roster roster;
    private final ScoreRows rows;
    private final LineItems lineItems;
    private final Readings readings;
    private final DeliveryWords deliveryWords;
    private final MessageSource messages;

    GradebookOverview(
            GradedActivities activities,
            Roster roster,
            ScoreRows rows,
            LineItems lineItems,
            Readings readings,
            DeliveryWords deliveryWords,
            MessageSource messages) {
        this.activities = activities;
        this.roster = roster;
        this.rows = rows;
        this.lineItems = lineItems;
        this.readings = readings;
        this.deliveryWords = deliveryWords;
        this.messages = messages;
    }

    List<GradedActivities.Graded> activities(Member member) {
        return activities.all(member.course());
    }

    /** When the column was read back, in words; null when nothing goes to the LMS. */
    @Nullable
    ReadingView reading(Member trainer, GradedActivities.Graded graded) {
        GradingPlace place = roster.gradingPlace(trainer.course(), graded.key());
        if (Destination.closed(place, lineItems.find(trainer.course(), graded.key())) != null) {
            return null;
        }
        Readings.Seen seen = readings.find(trainer.course(), graded.key());
        boolean possible = Comparison.possible(place);
        return new ReadingView(possible ? told(seen, trainer.zone()) : words(Reasons.NOT_READABLE), possible);
    }

    private String told(Readings.Seen seen, ZoneId zone) {
        Instant read = seen.readAt();
        String text = read == null
                ? words("gradebook.reading.never")
                : messages.getMessage(
                        "gradebook.reading.at",
                        new Object[] {deliveryWords.when(read, zone)},
                        LocaleContextHolder.getLocale());
        String reason = seen.reason();
        return reason == null ? text : text + " " + words("gradebook.reading.failed") + " " + words(reason);
    }

    /** What to choose from; nothing if there is only one. */
    List<Choice> choices(Member member, GradedActivities.Graded current) {
        List<GradedActivities.Graded> all = activities(member);
        return all.size() < 2
                ? List.of()
                : all.stream()
                        .map(graded -> new Choice(graded.key(), graded.title(), graded.equals(current)))
                        .toList();
    }

    /** A coach's own points, activity by activity. */
    List<ScoreRow> own(Member coach) {
        return activities(coach).stream()
                .map(graded -> ScoreSheets.row(
                        graded.title(),
                        graded,
                        rows.status(coach.course(), new DueScore.Key(coach.id(), graded.key()))
                                .orElse(null),
                        coach,
                        coach.id()))
                .toList();
    }

    /** Null when points of this activity go to the LMS. */
    @Nullable
    PlaceView place(CourseId course, String activity) {
        String closed = Destination.closed(roster.gradingPlace(course, activity), lineItems.find(course, activity));
        return closed == null ? null : new PlaceView(closed, closed.equals(Reasons.NOT_PLACED));
    }

    private String words(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
