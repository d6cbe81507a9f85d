package org.peercoach.training;

import java.util.ArrayList;
import java.util.List;

/** The steps of a timed talk, with the minute at which each begins. */
final class ProtocolPage {

    private ProtocolPage() {}

    public record RoleRow(String title, String text) {}

    /** @param from the minute at which it begins; {@code to} at which it ends */
    public record StepRow(int number, String title, int minutes, int from, int to, String who, String text) {}

    public record ProtocolView(String lead, String solo, List<RoleRow> roles, List<StepRow> steps, int minutes) {}

    static ProtocolView of(Protocol work) {
        return new ProtocolView(
                work.lead(),
                work.solo(),
                work.roles().stream()
                        .map(role -> new RoleRow(role.title(), role.text()))
                        .toList(),
                steps(work),
                work.minutes());
    }

    private static List<StepRow> steps(Protocol work) {
        List<StepRow> rows = new ArrayList<>();
        int from = 0;
        for (Protocol.Step step : work.steps()) {
            int to = from + step.minutes();
            rows.add(new StepRow(rows.size() + 1, step.title(), step.minutes(), from, to, step.who(), step.text()));
            from = to;
        }
        return rows;
    }
}
