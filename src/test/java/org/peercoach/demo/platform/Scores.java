package org.peercoach.demo.platform;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes scores (AGS 2.0, 3.4) by the rules that Moodle 4.5 was seen to follow, or Canvas's. */
final class Scores {

    private static final String ANSWER_TYPE = GradebookService.SCORE + "; charset=utf-8";

    private final Parts parts;

    Scores(Parts parts) {
        this.parts = parts;
    }

    /** What the body says; {@link #of} is empty when a required part is missing or wrong. */
    private record Score(
            String userId,
            Instant timestamp,
            @Nullable Double given,
            @Nullable Double maximum,
            @Nullable String comment,
            String activityProgress,
            String gradingProgress) {

        static Optional<Score> of(Map<String, Object> body) {
            String userId = Json.text(body, "userId");
            Instant timestamp = instant(Json.text(body, "timestamp"));
            String activity = Json.text(body, "activityProgress");
            String grading = Json.text(body, "gradingProgress");
            if (userId == null || timestamp == null || activity == null || grading == null) {
                return Optional.empty();
            }
            Double given = Json.number(body, "scoreGiven");
            Double maximum = Json.number(body, "scoreMaximum");
            boolean halved = given != null && maximum == null;
            boolean words = body.get("scoreGiven") instanceof String || body.get("scoreMaximum") instanceof String;
            return halved || words
                    ? Optional.empty()
                    : Optional.of(new Score(
                            userId, timestamp, given, maximum, Json.text(body, "comment"), activity, grading));
        }

        private static @Nullable Instant instant(@Nullable String text) {
            try {
                return text == null ? null : OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                return null;
            }
        }

        boolean graded() {
            return gradingProgress.equals("FullyGraded");
        }

        /** On the column's scale; a maximum of 0 means that the points are taken as they are. */
        @Nullable
        Double points(Column column, boolean clipped) {
            Double points = given;
            if (points == null || maximum == null) {
                return null;
            }
            double scaled = maximum == 0 ? points : points / maximum * column.maximum();
            return clipped ? Math.clamp(scaled, 0, column.maximum()) : scaled;
        }
    }

    ServiceAnswer take(ServiceCall call, Course course, Column column) {
        Map<String, Object> body = Json.object(call.body());
        ServiceAnswer answer = parts.notebook().alone(() -> decide(body, course, column));
        Clock clock = parts.clock();
        parts.counters()
                .score(new Counters.ReceivedScore(clock.instant().toString(), column.id(), answer.status(), body));
        if (answer.status() >= 300) {
            parts.notebook().tell(Event.Kind.REFUSED, refusedWords(column, answer.status()));
        }
        return answer;
    }

    private static String refusedWords(Column column, int status) {
        String why = switch (status) {
            case 409 -> "it is not later than the one already here";
            case 422 -> "this person is not a student here";
            default -> "it is incomplete, or this person gets no grades here";
        };
        return "A score for “" + column.label() + "” was refused (" + status + "): " + why;
    }

    private ServiceAnswer decide(Map<String, Object> body, Course course, Column column) {
        boolean moodle = parts.switches().moodle();
        Optional<Score> score = Score.of(body);
        if (score.isEmpty()) {
            return moodle ? empty(400) : canvasError(422, "The score is incomplete");
        }
        Optional<Person> person = parts.world().membersOf(course).stream()
                .filter(one -> one.id().equals(score.get().userId()) && one.gradable())
                .findFirst();
        if (person.isEmpty()) {
            return moodle ? empty(400) : canvasError(422, "User not found in course or is not a student");
        }
        Optional<Grade> old = parts.world().grade(column, person.get());
        return moodle ? moodle(score.get(), column, person.get(), old) : canvas(score.get(), column, person.get(), old);
    }

    /**
     * Whole seconds; equal is too early. An entry by hand in an activity's own column stays, and the tool is told yes
     * (MOODLE-3.9).
     */
    private ServiceAnswer moodle(Score score, Column column, Person person, Optional<Grade> old) {
        Instant second = score.timestamp().truncatedTo(ChronoUnit.SECONDS);
        if (old.isPresent() && !second.isAfter(old.get().timestamp())) {
            return empty(409);
        }
        if (old.isPresent() && old.get().overridden() && column.linkId() != null) {
            parts.notebook()
                    .tell(Event.Kind.SCORE, person.name() + ", “" + column.label() + "”: taken, but the entry stays");
        } else if (score.graded()) {
            keep(grade(score, column, person, score.points(column, true), second), person, column);
        } else if (column.linkId() != null) {
            // Moodle: what is not fully graded wipes the grade of an activity, and its time with it.
            parts.notebook().change(now -> now.withoutGrade(column.id(), person.id()));
        } else {
            // On a column of its own the time of arrival is kept, so a score dated earlier is refused afterwards.
            Instant now = parts.clock().instant().truncatedTo(ChronoUnit.SECONDS);
            keep(grade(score, column, person, null, now), person, column);
        }
        return ServiceAnswer.of(200, ANSWER_TYPE, "");
    }

    private ServiceAnswer canvas(Score score, Column column, Person person, Optional<Grade> old) {
        if (old.isPresent() && score.timestamp().isBefore(old.get().timestamp())) {
            return canvasError(400, "timestamp is before the result's");
        }
        boolean counts = List.of("FullyGraded", "PendingManual").contains(score.gradingProgress());
        Double points =
                counts ? score.points(column, false) : old.map(Grade::points).orElse(null);
        keep(grade(score, column, person, points, score.timestamp()), person, column);
        String result = parts.endpoints().result(parts.switches(), column, person.id());
        return ServiceAnswer.of(200, "application/json; charset=utf-8", Json.members("resultUrl", result));
    }

    private Grade grade(Score score, Column column, Person person, @Nullable Double points, Instant timestamp) {
        return new Grade(
                column.id(),
                person.id(),
                points,
                score.comment(),
                score.activityProgress(),
                score.gradingProgress(),
                timestamp,
                parts.clock().instant(),
                null);
    }

    private void keep(Grade grade, Person person, Column column) {
        parts.notebook().change(now -> now.with(grade));
        Double points = grade.points();
        String words = points == null ? "no points" : Json.tidy(points) + " of " + Json.tidy(column.maximum());
        parts.notebook().tell(Event.Kind.SCORE, person.name() + ", “" + column.label() + "”: " + words);
    }

    private static ServiceAnswer empty(int status) {
        return ServiceAnswer.of(status, ANSWER_TYPE, "[]");
    }

    private static ServiceAnswer canvasError(int status, String message) {
        String type = status == 422 ? "unprocessable_entity" : "bad_request";
        return ServiceAnswer.json(status, Json.members("errors", Json.members("type", type, "message", message)));
    }
}
