package org.peercoach.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as people of one zone read them. */
record Times(ZoneId zone) {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofLocalizedDateTime(
                    FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(Locale.US);

    static final Times UTC = new Times(ZoneOffset.UTC);

    String say(Instant at) {
        return FORM.withZone(zone).format(at);
    }

    @Nullable
    String sayOrNull(@Nullable Instant at) {
        return at == null ? null : say(at);
    }

    /** What to call the zone. */
    String zoneName() {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getDisplayName(TextStyle.FULL, Locale.US);
    }
}
