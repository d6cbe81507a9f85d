package org.peercoach.gradebook;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.time.Times;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in plain words where points are. Used by the fragment {@code gradebook/status :: status(status)}. */
@Component("deliveryWords")
class DeliveryWords {

    private final MessageSource messages;
    private final Clock clock;

    DeliveryWords(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param kind of the state's ground (look.md 3)
     * @param icon of the state
     * @param word or few, for the state itself
     * @param text a sentence or two of explanation, or null if the word says it all
     */
    public record StatusView(
            String kind, String icon, String word, @Nullable String text) {}

    /**
     * @param status null when there are no points yet
     * @param zone of the reader; null for UTC
     * @param trainer whether the reader is one, who can mend what failed
     */
    public StatusView of(@Nullable DeliveryStatus status, @Nullable ZoneId zone, boolean trainer) {
        if (status == null) {
            return new StatusView("plain", "open", words("gradebook.state.none"), null);
        }
        DeliveryStatus.Difference difference = status.difference();
        if (difference != null) {
            return different(status, difference);
        }
        String reason = status.reasonKey();
        return switch (status.state()) {
            case SENT -> new StatusView("ok", "done", words("gradebook.state.sent", time(status.at(), zone)), null);
            case WAITING ->
                reason == null
                        ? new StatusView("wait", "waiting", words("gradebook.state.waiting"), null)
                        : new StatusView(
                                "warn",
                                "late",
                                words("gradebook.state.waiting"),
                                later(reason, status.nextTry(), zone));
            case FAILED ->
                new StatusView(
                        "bad",
                        "refused",
                        words("gradebook.state.failed"),
                        reason == null ? null : failed(reason, trainer));
            case KEPT_HERE ->
                new StatusView("idle", "none", words("gradebook.state.kept"), reason == null ? null : words(reason));
        };
    }

    private StatusView different(DeliveryStatus status, DeliveryStatus.Difference difference) {
        Double shown = difference.shown();
        String text = shown == null
                ? words("gradebook.difference.nothing", status.points())
                : words("gradebook.difference.points", rounded(shown), status.points());
        String more = words("gradebook.difference." + difference.kind());
        return difference.open()
                ? new StatusView("ask", "warning", words("gradebook.state.different"), text + " " + more)
                : new StatusView("idle", "none", words("gradebook.state.left"), text + " " + more);
    }

    private static String rounded(double points) {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(locale())).format(points);
    }

    /** What became of one try of the history. */
    StatusView tried(Tries.Try one) {
        String word = words("gradebook.tried." + one.result());
        String why = one.reason() == null ? null : words(one.reason());
        return switch (one.result()) {
            case SENT -> new StatusView("ok", "done", word, null);
            case LATER -> new StatusView("warn", "late", word, why);
            case REFUSED -> new StatusView("bad", "refused", word, why);
            case BROKEN_OFF -> new StatusView("warn", "late", word, words("gradebook.tried.BROKEN_OFF.why"));
        };
    }

    /** When something happened, as the reader's clock shows it. */
    String when(Instant at, @Nullable ZoneId zone) {
        return time(at, zone);
    }

    private String later(String reason, @Nullable Instant next, @Nullable ZoneId zone) {
        String why = words("gradebook.not-sent." + name(reason));
        return next == null || !next.isAfter(clock.instant())
                ? why + " " + words("gradebook.again.soon")
                : why + " "
                        + words(
                                times(zone).isToday(next) ? "gradebook.again" : "gradebook.again.day",
                                time(next, zone));
    }

    /** The state says already that they were not sent. */
    private String failed(String reason, boolean trainer) {
        return words(reason) + " " + words("gradebook.todo." + (trainer ? name(reason) : "coach"));
    }

    private static String name(String reason) {
        return reason.substring(reason.lastIndexOf('.') + 1);
    }

    /** Today only the time; otherwise the day, too. Without a zone of the reader's it is told that it is UTC. */
    private String time(Instant at, @Nullable ZoneId zone) {
        String recent = times(zone).recent(at);
        return zone == null ? recent + " " + times(null).zoneName() : recent;
    }

    private Times times(@Nullable ZoneId zone) {
        return Times.of(zone == null ? ZoneOffset.UTC : zone, clock.instant());
    }

    private String words(String key, Object... args) {
        return messages.getMessage(key, args, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
