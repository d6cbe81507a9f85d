package org.peercoach.course.zone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one person's time zone. Which of it holds is decided here and nowhere else: the person's choice, what
 * the LMS tells, what the browser says, the district's, UTC (ruling 33).
 *
 * @param chosen by the person
 * @param lms as it came; Moodle sends "99" for its own time
 * @param browser as the person's browser told it
 * @param district of people of whom nothing else is known
 */
public record KnownZones(
        @Nullable String chosen,
        @Nullable String lms,
        @Nullable String browser,
        @Nullable String district) {

    /** Of {@code p}, a person, and {@code d}, the person's district; for {@link #of(ResultSet)}. */
    public static final String COLUMNS =
            "p.chosen_zone, p.zone as person_zone, p.browser_zone, d.zone as district_zone";

    /** Who knows it, the strongest first. */
    public enum Source {
        CHOSEN,
        LMS,
        BROWSER,
        DISTRICT,
        NONE
    }

    private record Told(Source source, ZoneId zone) {}

    /** Of a row with {@link #COLUMNS}. */
    public static KnownZones of(ResultSet row) throws SQLException {
        return new KnownZones(
                row.getString("chosen_zone"),
                row.getString("person_zone"),
                row.getString("browser_zone"),
                row.getString("district_zone"));
    }

    /** A district's alone: for whoever looks after it and is no person of it. */
    public static KnownZones ofDistrict(@Nullable String district) {
        return new KnownZones(null, null, null, district);
    }

    /** The zone that holds; {@link ZoneOffset#UTC} where nothing is known, and only there. */
    public ZoneId zone() {
        return told().zone();
    }

    /** Why it holds. */
    public Source source() {
        return told().source();
    }

    /** Whether the browser is worth asking: it would not be outvoted. */
    public boolean asksBrowser() {
        return source().compareTo(Source.LMS) > 0;
    }

    /** What would be known if the person had chosen nothing. */
    public KnownZones unchosen() {
        return new KnownZones(null, lms, browser, district);
    }

    /** The same with this choice of the person's. */
    public KnownZones choosing(@Nullable String zone) {
        return new KnownZones(zone, lms, browser, district);
    }

    private Told told() {
        return Arrays.stream(Source.values())
                .flatMap(source -> place(source).map(zone -> new Told(source, zone)).stream())
                .findFirst()
                .orElse(new Told(Source.NONE, ZoneOffset.UTC));
    }

    private Optional<ZoneId> place(Source source) {
        return switch (source) {
            case CHOSEN -> Zones.chosen(chosen);
            case LMS -> Zones.place(lms);
            case BROWSER -> Zones.place(browser);
            case DISTRICT -> Zones.chosen(district);
            case NONE -> Optional.empty();
        };
    }
}
