package org.peercoach.gradebook;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.GradingPlace;
import org.peercoach.course.MemberId;
import org.peercoach.course.Roster;
import org.peercoach.gradebook.DeliveryStatus.Difference.Kind;
import org.peercoach.lti.AssignmentAndGradeService;
import org.peercoach.lti.AssignmentAndGradeService.Result;
import org.peercoach.lti.PlatformFault;
import org.springframework.stereotype.Component;

/**
 * Reads a column back and compares it with what was sent (LTI-A22): somebody may have changed a grade by hand, and some
 * platforms then say yes to every score and keep their own (MOODLE-3.9).
 */
@Component
class Comparison {

    /** Platforms round: Moodle to five digits. */
    private static final double NEARLY = 0.01;

    private static final String RESULT_READ = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";

    private final AssignmentAndGradeService service;
    private final Roster roster;
    private final Differences differences;
    private final Readings readings;
    private final Clock clock;

    Comparison(
            AssignmentAndGradeService service, Roster roster, Differences differences, Readings readings, Clock clock) {
        this.service = service;
        this.roster = roster;
        this.differences = differences;
        this.readings = readings;
        this.clock = clock;
    }

    /** Whether the platform lets us read. */
    static boolean possible(Destination destination) {
        return destination.url() != null && possible(destination.place());
    }

    /** The same, for whatever column is there. */
    static boolean possible(GradingPlace place) {
        return place.scopes().contains(RESULT_READ);
    }

    /** Whether this column should be read before something there is overwritten. */
    boolean stale(CourseId course, String activity) {
        return !readings.find(course, activity).freshAt(clock.instant());
    }

    /** @throws PlatformFault if the platform does not tell */
    void compare(CourseId course, String activity, Destination destination) {
        Instant start = clock.instant();
        String url = destination.requireUrl();
        Map<String, Result> shown = service.results(
                destination.place().target(), destination.place().scopes(), url);
        Map<MemberId, String> users = roster.platformUsers(course);
        for (Differences.Sent row : differences.sent(course, activity)) {
            String user = users.get(row.key().member());
            if (user != null && row.url().equals(url) && settled(row, start)) {
                settle(row, scaled(shown.get(user), row.maximum()));
            }
        }
        readings.done(course, activity, start);
    }

    /** Whether what we read can be held against what was sent: nothing has gone out since. */
    private static boolean settled(Differences.Sent row, Instant start) {
        boolean onItsWay = row.state() == RowState.SENDING || (row.state() == RowState.WAITING && row.insisted());
        Instant confirmed = row.confirmedAt();
        return !onItsWay && (confirmed == null || confirmed.isBefore(start));
    }

    private void settle(Differences.Sent row, @Nullable Double shown) {
        Instant now = clock.instant();
        if (same(shown, row.sent()) || same(shown, row.newest()) || same(shown, row.underWay())) {
            if (row.kind() != null || row.insisted()) {
                differences.clear(row, now);
            }
            return;
        }
        Kind kind = kind(row);
        if (kind != row.kind() || !Objects.equals(shown, row.shown())) {
            differences.mark(row, kind, shown, now);
        }
    }

    private static Kind kind(Differences.Sent row) {
        if (row.insisted()) {
            return Kind.KEEPS;
        }
        Kind known = row.kind();
        return known == null ? Kind.OPEN : known;
    }

    private static @Nullable Double scaled(@Nullable Result result, int maximum) {
        Double score = result == null ? null : result.score();
        return score == null || result == null ? null : score / result.maximum() * maximum;
    }

    private static boolean same(@Nullable Double shown, @Nullable Integer points) {
        return shown != null && points != null && Math.abs(shown - points) < NEARLY;
    }
}
