package org.peercoach.demo;

import java.util.List;
import org.peercoach.demo.platform.DemoPlatform;
import org.peercoach.demo.platform.Event;

/** What happened, the latest first. */
final class EventList {

    private static final String EMPTY = """
            <div class="pc-empty">{icon}<h3>Nothing has happened yet</h3><p>Launches and scores are listed here as they happen.</p></div>
            """;
    private static final String ROW = """
            <li><div class="pc-row">{icon}<p class="lms-event">{text}</p><p>{at}</p></div></li>
            """;

    private final DemoPlatform platform;

    EventList(DemoPlatform platform) {
        this.platform = platform;
    }

    Markup latest(int most) {
        List<Event> events = platform.events().stream().limit(most).toList();
        return events.isEmpty()
                ? Markup.of(EMPTY, "icon", Markup.icon("inbox"))
                : Markup.of(
                        "<ul class=\"pc-list pc-agenda\">{rows}</ul>",
                        "rows",
                        Markup.all(events.stream().map(EventList::row)));
    }

    private static Markup row(Event event) {
        String icon = switch (event.kind()) {
            case LAUNCH -> "forward";
            case SCORE -> "done";
            case REFUSED -> "refused";
            case SET_UP -> "tools";
        };
        return Markup.of(ROW, "icon", Markup.icon(icon), "text", event.text(), "at", Moments.time(event.at()));
    }
}
