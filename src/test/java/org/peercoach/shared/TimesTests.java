package org.peercoach.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoach.shared.time.Times;
import org.springframework.context.i18n.LocaleContextHolder;

class TimesTests {

    private static final Instant AT = Instant.parse("2026-11-26T22:42:07Z");
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private final Times times = new Times(Locale.US, CHICAGO, TODAY);

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void timesWhenInUsEnglishThenAsItsReadersWriteThem() {
        assertThat(times.day(AT)).isEqualTo("November\u00a026");
        assertThat(times.moment(AT)).isEqualTo("November\u00a026, 4:42\u00a0PM");
        assertThat(times.time(AT)).isEqualTo("4:42\u00a0PM");
        assertThat(times.second(AT)).isEqualTo("Nov\u00a026, 2026, 4:42:07\u00a0PM");
        assertThat(times.weekday(TODAY)).isEqualTo("Thursday, November 26, 2026");
        assertThat(times.inFull(TODAY)).isEqualTo("November 26, 2026");
        assertThat(times.zone(AT)).isEqualTo("CST");
        assertThat(times.zoneName()).isEqualTo("Central Time");
    }

    @Test
    void timesWhenOfAnotherYearThenSayIt() {
        Instant before = Instant.parse("2025-11-26T22:42:07Z");
        assertThat(times.day(before)).isEqualTo("Nov\u00a026, 2025");
        assertThat(times.moment(before)).isEqualTo("Nov\u00a026, 2025, 4:42\u00a0PM");
        assertThat(times.day(LocalDate.of(2027, 1, 12))).isEqualTo("Jan\u00a012, 2027");
    }

    @Test
    void timesWhenWithYearThenAlwaysSayIt() {
        LocaleContextHolder.setLocale(Locale.US);
        Times always = Times.withYear(CHICAGO);
        assertThat(always.day(AT)).isEqualTo("Nov\u00a026, 2026");
        assertThat(always.moment(AT)).isEqualTo("Nov\u00a026, 2026, 4:42\u00a0PM");
        assertThat(always.recent(AT)).isEqualTo("Nov\u00a026, 2026, 4:42\u00a0PM");
        assertThat(always.dayOrNull(null)).isNull();
        assertThat(always.momentOrNull(null)).isNull();
    }

    @Test
    void timesWhenYearTurnsBetweenZonesThenTheReadersCounts() {
        LocaleContextHolder.setLocale(Locale.US);
        Instant now = Instant.parse("2027-01-01T03:00:00Z");
        assertThat(Times.of(CHICAGO, now).day(now)).isEqualTo("December\u00a031");
        assertThat(Times.of(CHICAGO, now).day(Instant.parse("2027-01-01T06:00:00Z")))
                .isEqualTo("Jan\u00a01, 2027");
        assertThat(Times.of(ZoneOffset.UTC, now).day(now)).isEqualTo("January\u00a01");
    }

    @Test
    void recentWhenTodayThenTheTimeAlone() {
        Instant yesterday = Instant.parse("2026-11-25T16:42:00Z");
        assertThat(times.recent(AT)).isEqualTo("4:42\u00a0PM");
        assertThat(times.recent(yesterday)).isEqualTo("November\u00a025, 10:42\u00a0AM");
        assertThat(times.saved(AT)).isEqualTo("4:42");
        assertThat(times.saved(yesterday)).isEqualTo("November\u00a025, 10:42\u00a0AM");
    }

    @Test
    void zoneWhenUtcThenIsCalledSo() {
        Times utc = new Times(Locale.US, ZoneOffset.UTC, null);
        assertThat(utc.zone(AT)).isEqualTo("UTC");
        assertThat(utc.zoneName()).isEqualTo("UTC");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB | 26 November | 26 Nov 2026, 22:42 | 22:42 | Thursday, 26 November 2026",
                "es | 26 de noviembre | 26 nov 2026, 22:42 | 22:42 | jueves, 26 de noviembre de 2026",
                "de | 26. November | 26. Nov. 2026, 22:42 | 22:42 | Donnerstag, 26. November 2026",
                "ja | 11月26日 | 2026年11月26日 22:42 | 22:42 | 2026年11月26日木曜日"
            })
    void timesWhenInAnotherLanguageThenInItsOwnOrder(
            Locale locale, String day, String moment, String clock, String weekday) {
        Times theirs = new Times(locale, ZoneOffset.UTC, TODAY);
        assertThat(theirs.day(AT).replace('\u00a0', ' ')).isEqualTo(day);
        assertThat(new Times(locale, ZoneOffset.UTC, null).moment(AT).replace('\u00a0', ' '))
                .isEqualTo(moment);
        assertThat(theirs.saved(AT)).isEqualTo(clock);
        assertThat(theirs.weekday(TODAY)).isEqualTo(weekday);
    }

    /** A page may come in any language that somebody writes a bundle for. */
    @Test
    void timesWhenInAnyLanguageThenNoneHoldsTheNarrowSpaceAndTheClockFitsAHeader() {
        List<Locale> languages = Arrays.stream(Locale.getISOLanguages())
                .filter(language -> !language.equals("tok")) // the runtime's own patterns of Toki Pona are broken
                .map(Locale::of)
                .toList();
        assertThat(languages).hasSizeGreaterThan(100).allSatisfy(language -> {
            Times theirs = new Times(language, CHICAGO, TODAY);
            Times always = new Times(language, CHICAGO, null);
            assertThat(String.join(
                            "\n",
                            theirs.day(AT),
                            theirs.moment(AT),
                            always.day(AT),
                            always.moment(AT),
                            always.second(AT),
                            theirs.time(AT),
                            theirs.weekday(TODAY),
                            theirs.inFull(TODAY)))
                    .contains("26", "42")
                    .doesNotContain("\u202f");
            assertThat(theirs.clock(AT)).matches("[\\x20-\\xff]+").contains("42");
        });
    }
}
