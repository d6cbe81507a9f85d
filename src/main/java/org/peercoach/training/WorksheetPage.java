package org.peercoach.training;

import org.jspecify.annotations.Nullable;

/** A worksheet: its form, what was handed in, and who sees it. */
final class WorksheetPage {

    private WorksheetPage() {}

    /**
     * @param seen whether trainers see what is handed in
     * @param partner whether some fields are left out for them
     * @param whenRoom the rule that will hold later, or null
     * @param changed whether the form holds something else than what was handed in
     */
    public record WorksheetView(
            String lead,
            boolean seen,
            boolean partner,
            @Nullable String whenRoom,
            boolean handedIn,
            boolean changed) {}

    static WorksheetView of(ActivityContent activity, Work.Worksheet worksheet, ActivityState state) {
        Work.Room room = activity.room();
        return new WorksheetView(
                worksheet.lead(),
                activity.marked(),
                worksheet.groups().stream()
                        .flatMap(group -> group.fields().stream())
                        .anyMatch(Field::partner),
                room == null ? null : room.whenRoom(),
                !state.answer().isEmpty(),
                !FieldEntry.answer(worksheet.groups(), state.draft()).equals(state.answer()));
    }
}
