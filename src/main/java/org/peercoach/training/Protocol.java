package org.peercoach.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A talk in timed steps, with people or alone. What came of it is written down afterward; that is what counts.
 *
 * @param solo how to do it alone
 */
record Protocol(
        String lead,
        String solo,
        List<Role> roles,
        List<Step> steps,
        @Nullable List<FieldGroup> record) implements Practice {

    record Role(String title, String text) {}

    record Step(String key, String title, int minutes, String who, String text) {}

    int minutes() {
        return steps.stream().mapToInt(Step::minutes).sum();
    }

    @Override
    public Answer draft(Entry entry) {
        return Answer.NONE;
    }

    @Override
    public boolean enough(Entry entry, Answer before) {
        return false;
    }

    @Override
    public Answer handIn(Entry entry, Answer before) {
        return before;
    }

    /** Nobody can see whether a talk took place: there is nothing to do but the record. */
    @Override
    public Progress progress(Answer answer) {
        return new Progress(0, 0, true);
    }

    @Override
    public String after(Entry entry, Answer answer) {
        return "#" + RECORD;
    }

    @Override
    public void check(Faults faults) {
        faults.keys("steps", steps, Step::key);
        faults.expect(
                groups().stream().flatMap(group -> group.fields().stream()).anyMatch(Field::required),
                "has no record with a required field");
    }
}
