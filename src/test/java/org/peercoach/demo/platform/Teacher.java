package org.peercoach.demo.platform;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a trainer types into the gradebook of the LMS. */
public final class Teacher {

    private final Parts parts;

    Teacher(Parts parts) {
        this.parts = parts;
    }

    /**
     * Enters a grade by hand, in place of what was sent; without points the cell is emptied and takes scores again.
     *
     * @throws IllegalArgumentException if there is no such column or person
     */
    public void enter(String columnId, String personId, @Nullable Double points) {
        Column column = parts.world().column(columnId).orElseThrow(() -> new IllegalArgumentException("no column"));
        Person person = parts.world().person(personId).orElseThrow(() -> new IllegalArgumentException("no person"));
        String words = person.name() + ", “" + column.label() + "”: ";
        if (points == null) {
            parts.notebook().change(now -> now.withoutGrade(columnId, personId));
            parts.notebook().tell(Event.Kind.SCORE, words + "removed by hand");
            return;
        }
        Optional<Grade> old = parts.world().grade(column, person);
        Instant now = parts.clock().instant();
        Grade entered = new Grade(
                columnId,
                personId,
                points,
                old.map(Grade::comment).orElse(null),
                "Completed",
                "FullyGraded",
                old.map(Grade::timestamp).orElse(now),
                now,
                true);
        parts.notebook().change(state -> state.with(entered));
        parts.notebook().tell(Event.Kind.SCORE, words + Json.tidy(points) + " by hand");
    }
}
