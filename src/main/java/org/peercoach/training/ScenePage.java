package org.peercoach.training;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.MemberRole;

/** A scene as far as it has been watched. */
final class ScenePage {

    private ScenePage() {}

    /** @param newest whether it is the line that has just come */
    public record LineRow(
            int number,
            @Nullable String speaker,
            @Nullable String stance,
            String text,
            @Nullable String note,
            boolean newest) {}

    /**
     * @param next the line that the button brings, or null at the end
     * @param video address of a film with captions, or null
     * @param saves whether the button saves the place; in a preview, and when watched again, it only leads on
     */
    public record SceneView(
            String setting,
            List<LineRow> shown,
            List<LineRow> transcript,
            int line,
            int of,
            @Nullable Integer next,
            boolean saves,
            @Nullable String video) {}

    /** @param asked the line in the address, or null; it counts in a preview and once the scene was watched to its end */
    static SceneView of(Work.Scene scene, ActivityState state, @Nullable Integer asked, MemberRole role) {
        int last = scene.lines().size();
        boolean saves = role == MemberRole.COACH && !state.complete();
        int start = state.complete() ? last : Progress.line(state.answer());
        int line = Math.clamp(saves || asked == null ? start : asked, 1, last);
        return new SceneView(
                scene.setting(),
                rows(scene, line, line),
                rows(scene, last, 0),
                line,
                last,
                line < last ? line + 1 : null,
                saves,
                scene.video());
    }

    private static List<LineRow> rows(Work.Scene scene, int count, int newest) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> row(scene.lines().get(number - 1), number, number == newest))
                .toList();
    }

    private static LineRow row(Work.Line line, int number, boolean newest) {
        return new LineRow(number, line.speaker(), line.stance(), line.text(), line.note(), newest);
    }
}
