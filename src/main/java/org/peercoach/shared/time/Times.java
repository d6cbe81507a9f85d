package org.peercoach.shared.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * How dates and times are written for people: on every page, in every mail and print, in the order of the reader's
 * language and on the clock of the reader's zone (ruling 33). Files for machines keep ISO 8601 and do not come here.
 *
 * <p>In US English: "November 26", "Nov 26, 2025" with a year, "November 26, 10:42 AM", "10:42 AM". The spaces
 * between month and day and before AM and PM are the ordinary ones that do not break. CLDR's narrow one is missing in many
 * fonts, and a search in the page for "10:42 AM" does not find it.
 *
 * @param today in the zone, so that the year is left out where it is this one; null where it is always said, as in lists
 *     that are kept for long
 */
public record Times(Locale locale, ZoneId zone, @Nullable LocalDate today) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedPattern("MMMMd");
    private static final DateTimeFormatter DAY_WITH_YEAR = DateTimeFormatter.ofLocalizedPattern("yMMMd");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofLocalizedPattern("MMMMdjm");
    private static final DateTimeFormatter MOMENT_WITH_YEAR = DateTimeFormatter.ofLocalizedPattern("yMMMdjm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofLocalizedPattern("yMMMdjms");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedPattern("jm");
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL);
    private static final DateTimeFormatter DOCUMENT = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz");

    private static final Pattern INNER_SPACE = Pattern.compile("(?<![,،]) ");

    /** From the hour to the minute: without AM, PM and what else languages write beside it. */
    private static final Pattern CLOCK = Pattern.compile("[hHkK].*?m+");

    /** People read UTC more easily than Z. */
    public Times {
        zone = zone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone;
    }

    /** In the language of the page, and without this year. */
    public static Times of(ZoneId zone, Instant now) {
        return new Times(LocaleContextHolder.getLocale(), zone, LocalDate.ofInstant(now, zone));
    }

    /** In the language of the page, and always with the year. */
    public static Times withYear(ZoneId zone) {
        return new Times(LocaleContextHolder.getLocale(), zone, null);
    }

    /** Such as "November 26", or "Nov 26, 2025". */
    public String day(Instant at) {
        return day(date(at));
    }

    /** Such as "November 26", or "Nov 26, 2025". */
    public String day(LocalDate day) {
        return joined(say(thisYear(day) ? DAY : DAY_WITH_YEAR, day));
    }

    public @Nullable String dayOrNull(@Nullable Instant at) {
        return at == null ? null : day(at);
    }

    /** Such as "November 26, 10:42 AM", or "Nov 26, 2025, 10:42 AM". */
    public String moment(Instant at) {
        return joined(say(thisYear(date(at)) ? MOMENT : MOMENT_WITH_YEAR, at.atZone(zone)));
    }

    public @Nullable String momentOrNull(@Nullable Instant at) {
        return at == null ? null : moment(at);
    }

    /** Today only the time; otherwise the day, too. */
    public String recent(Instant at) {
        return isToday(at) ? time(at) : moment(at);
    }

    /** As {@link #recent}, for the mark "Saved 10:42": what has just been done needs no half of the day. */
    public String saved(Instant at) {
        return isToday(at) ? clock(at) : moment(at);
    }

    /** Such as "10:42 AM". */
    public String time(Instant at) {
        return say(TIME, at.atZone(zone));
    }

    /** Such as "10:42", of a moment ago; digits that may stand in a header. */
    public String clock(Instant at) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern("jm", IsoChronology.INSTANCE, locale);
        String clock = CLOCK.matcher(pattern)
                .results()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no hour in " + pattern))
                .group();
        return say(DateTimeFormatter.ofPattern(clock), at.atZone(zone));
    }

    /** To the second, as a log needs it: "Nov 26, 2026, 10:42:07 AM". */
    public String second(Instant at) {
        return joined(say(SECOND, at.atZone(zone)));
    }

    /** Such as "Thursday, November 26, 2026", for what people put into their calendars. */
    public String weekday(LocalDate day) {
        return say(WEEKDAY, day);
    }

    /** Such as "November 26, 2026", as documents say it. */
    public String inFull(LocalDate day) {
        return say(DOCUMENT, day);
    }

    /** What the zone is called at that time, such as "CST". */
    public String zone(Instant at) {
        return say(ZONE, at.atZone(zone));
    }

    /** What the zone is called all year, such as "Central Time". */
    public String zoneName() {
        return zone.getId().equals("UTC") ? "UTC" : zone.getDisplayName(TextStyle.FULL, locale);
    }

    public boolean isToday(Instant at) {
        return date(at).equals(today);
    }

    /** The day it is then in the zone. */
    public LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** Breaks at no other place than after a comma, so that no line ends with "November". */
    private static String joined(String text) {
        return INNER_SPACE.matcher(text).replaceAll("\u00a0");
    }

    private boolean thisYear(LocalDate day) {
        return today != null && today.getYear() == day.getYear();
    }

    private String say(DateTimeFormatter form, TemporalAccessor time) {
        return form.withLocale(locale).format(time).replace('\u202f', '\u00a0');
    }
}
