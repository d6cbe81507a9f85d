package org.peercoach.course.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.course.zone.KnownZones.Source;

/** Ruling 33: whose word counts first, and what is no word at all; the list that people choose from. */
class KnownZonesTests {

    @ParameterizedTest
    @DisplayName("Ruling 33: the choice, the LMS, the browser, the district, UTC")
    @CsvSource(
            nullValues = "-",
            value = {
                "America/New_York, America/Chicago, America/Denver, America/Phoenix, America/New_York, CHOSEN",
                "-, America/Chicago, America/Denver, America/Phoenix, America/Chicago, LMS",
                "-, 99, America/Denver, America/Phoenix, America/Denver, BROWSER",
                "-, -, America/Denver, America/Phoenix, America/Denver, BROWSER",
                "-, 99, -, America/Phoenix, America/Phoenix, DISTRICT",
                "-, -, UTC, America/Phoenix, America/Phoenix, DISTRICT",
                "-, 99, -, -, Z, NONE",
                "-, -, -, -, Z, NONE",
                "UTC, America/Chicago, America/Denver, -, UTC, CHOSEN",
                "Mars/Base, Not/AZone, Venus/Base, Moon/Base, Z, NONE",
                "-, $Person.address.timezone, America/Denver, -, America/Denver, BROWSER",
            })
    void zoneWhenSeveralAreKnownThenTheStrongestThatIsOne(
            @Nullable String chosen,
            @Nullable String lms,
            @Nullable String browser,
            @Nullable String district,
            String zone,
            Source source) {
        KnownZones known = new KnownZones(chosen, lms, browser, district);
        assertThat(known.zone()).isEqualTo(ZoneId.of(zone));
        assertThat(known.source()).isEqualTo(source);
        assertThat(known.asksBrowser()).isEqualTo(source != Source.CHOSEN && source != Source.LMS);
        assertThat(known.unchosen().source()).isNotEqualTo(Source.CHOSEN);
    }

    @Test
    void listWhenShownThenTheUnitedStatesFirstAndPlacesByTheirTown() {
        assertThat(Zones.list().getFirst().zones())
                .extracting(ZoneGroup.Zone::id)
                .containsExactly(
                        "America/New_York",
                        "America/Chicago",
                        "America/Denver",
                        "America/Phoenix",
                        "America/Los_Angeles",
                        "America/Anchorage",
                        "Pacific/Honolulu");
        assertThat(Zones.list()).extracting(ZoneGroup::key).contains("America", "Europe", "OTHER");
        List<ZoneGroup.Zone> america = Zones.list().stream()
                .filter(group -> group.key().equals("America"))
                .findFirst()
                .orElseThrow()
                .zones();
        assertThat(america).extracting(ZoneGroup.Zone::name).contains("New York", "Indiana, Knox", "St Johns");
        assertThat(america).extracting(ZoneGroup.Zone::name).isSorted().doesNotContain("Indianapolis");
    }

    @Test
    void listWhenReadThenEveryEntryIsAZoneAndEverySpellingThatWasGivenUpLeadsToOne() {
        Zones.list().stream()
                .flatMap(group -> group.zones().stream())
                .forEach(zone ->
                        assertThat(Zones.chosen(zone.id())).as(zone.id()).isPresent());
        for (String old : List.of("Asia/Calcutta", "America/Buenos_Aires", "Europe/Kiev", "US/Eastern")) {
            String today = Zones.listed(ZoneId.of(old));
            assertThat(Zones.isListed(old)).as(old).isFalse();
            assertThat(Zones.isListed(today)).as(old).isTrue();
            assertThat(ZoneId.of(today).getRules())
                    .as(old)
                    .isEqualTo(ZoneId.of(old).getRules());
        }
        assertThat(Zones.listed(ZoneId.of("US/Eastern"))).isEqualTo("America/New_York");
        assertThat(Zones.listed(ZoneOffset.UTC)).isEqualTo("UTC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "99", "UTC", "+02:00", "GMT+2", "Mars/Base", "America/New York", "a/../b", "../x"})
    void placeWhenItIsNoneThenEmpty(String told) {
        assertThat(Zones.place(told)).isEmpty();
        assertThat(Zones.place("A/".repeat(40))).isEmpty();
        assertThat(Zones.place("America/New_York")).isPresent();
    }

    @Test
    void wordsWhenSaidThenTheTimeAndTheTown() {
        assertThat(Zones.said(ZoneId.of("America/New_York"), Locale.US)).isEqualTo("Eastern Time (New York)");
        assertThat(Zones.said(ZoneId.of("America/Phoenix"), Locale.US)).isEqualTo("Mountain Time (Phoenix)");
        assertThat(Zones.said(ZoneOffset.UTC, Locale.US)).isEqualTo("UTC");
        assertThat(Zones.said(ZoneId.of("UTC"), Locale.US)).isEqualTo("UTC");
    }
}
