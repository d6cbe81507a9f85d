package org.peercoach.course.zone;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.time.Times;

/** The time zones of the world as people choose them from a list, and what to call one in a sentence. */
public final class Zones {

    /** Where the clock follows nobody. */
    public static final String UTC = "UTC";

    private static final int LONGEST = 64;
    private static final String AREAS =
            "(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*";

    /** Zones of the United States, from east to west; each has a word of its own. */
    private static final List<String> COUNTRY = List.of(
            "America/New_York",
            "America/Chicago",
            "America/Denver",
            "America/Phoenix",
            "America/Los_Angeles",
            "America/Anchorage",
            "Pacific/Honolulu");

    /** Spellings that were given up, and what is written today (file "backward" of the IANA's list). */
    private static final Map<String, String> OLD = Stream.of(
                    "Africa/Asmera Africa/Asmara",
                    "America/Atka America/Adak",
                    "America/Buenos_Aires America/Argentina/Buenos_Aires",
                    "America/Catamarca America/Argentina/Catamarca",
                    "America/Argentina/ComodRivadavia America/Argentina/Catamarca",
                    "America/Cordoba America/Argentina/Cordoba",
                    "America/Rosario America/Argentina/Cordoba",
                    "America/Jujuy America/Argentina/Jujuy",
                    "America/Mendoza America/Argentina/Mendoza",
                    "America/Ensenada America/Tijuana",
                    "America/Santa_Isabel America/Tijuana",
                    "America/Fort_Wayne America/Indiana/Indianapolis",
                    "America/Indianapolis America/Indiana/Indianapolis",
                    "America/Knox_IN America/Indiana/Knox",
                    "America/Louisville America/Kentucky/Louisville",
                    "America/Godthab America/Nuuk",
                    "America/Porto_Acre America/Rio_Branco",
                    "America/Shiprock America/Denver",
                    "America/Virgin America/St_Thomas",
                    "Asia/Ashkhabad Asia/Ashgabat",
                    "Asia/Calcutta Asia/Kolkata",
                    "Asia/Chungking Asia/Chongqing",
                    "Asia/Dacca Asia/Dhaka",
                    "Asia/Istanbul Europe/Istanbul",
                    "Asia/Katmandu Asia/Kathmandu",
                    "Asia/Macao Asia/Macau",
                    "Asia/Rangoon Asia/Yangon",
                    "Asia/Saigon Asia/Ho_Chi_Minh",
                    "Asia/Thimbu Asia/Thimphu",
                    "Asia/Ujung_Pandang Asia/Makassar",
                    "Asia/Ulan_Bator Asia/Ulaanbaatar",
                    "Atlantic/Faeroe Atlantic/Faroe",
                    "Atlantic/Jan_Mayen Arctic/Longyearbyen",
                    "Australia/ACT Australia/Sydney",
                    "Australia/Canberra Australia/Sydney",
                    "Australia/NSW Australia/Sydney",
                    "Australia/LHI Australia/Lord_Howe",
                    "Australia/North Australia/Darwin",
                    "Australia/Queensland Australia/Brisbane",
                    "Australia/South Australia/Adelaide",
                    "Australia/Tasmania Australia/Hobart",
                    "Australia/Victoria Australia/Melbourne",
                    "Australia/West Australia/Perth",
                    "Australia/Yancowinna Australia/Broken_Hill",
                    "Europe/Kiev Europe/Kyiv",
                    "Europe/Nicosia Asia/Nicosia",
                    "Pacific/Enderbury Pacific/Kanton",
                    "Pacific/Johnston Pacific/Honolulu",
                    "Pacific/Ponape Pacific/Pohnpei",
                    "Pacific/Samoa Pacific/Pago_Pago",
                    "Pacific/Truk Pacific/Chuuk",
                    "Pacific/Yap Pacific/Chuuk")
            .map(line -> line.split(" "))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

    private static final List<ZoneGroup> GROUPS = groups();
    private static final Set<String> LISTED = GROUPS.stream()
            .flatMap(group -> group.zones().stream())
            .map(ZoneGroup.Zone::id)
            .collect(Collectors.toUnmodifiableSet());

    private Zones() {}

    /** The list to choose from: the United States, the parts of the world, UTC. */
    public static List<ZoneGroup> list() {
        return GROUPS;
    }

    /** Whether it can be chosen from the list. */
    public static boolean isListed(String id) {
        return LISTED.contains(id);
    }

    /** What to mark in the list for this zone: itself, today's spelling of it, else one whose clocks always were the same. */
    public static String listed(ZoneId zone) {
        String id = OLD.getOrDefault(zone.getId(), zone.getId());
        if (LISTED.contains(id)) {
            return id;
        }
        return Stream.concat(COUNTRY.stream(), LISTED.stream().sorted())
                .filter(one -> ZoneId.of(one).getRules().equals(zone.getRules()))
                .findFirst()
                .orElse(UTC);
    }

    /** The zone of a place, such as {@code America/New_York}; empty for anything else that somebody tells. */
    public static Optional<ZoneId> place(@Nullable String id) {
        if (id == null || id.length() > LONGEST || !id.contains("/")) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What somebody may have chosen from the list: a place, or UTC. */
    public static Optional<ZoneId> chosen(@Nullable String id) {
        return UTC.equals(id) ? Optional.of(ZoneId.of(UTC)) : place(id);
    }

    /** Such as "Eastern Time (New York)", where nothing else says which of several it is. */
    public static String said(ZoneId zone, Locale language) {
        String time = new Times(language, zone, null).zoneName();
        return zone.getId().contains("/") ? time + " (" + town(zone.getId()) + ")" : time;
    }

    private static List<ZoneGroup> groups() {
        Map<String, List<ZoneGroup.Zone>> areas = new TreeMap<>();
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.matches(AREAS) && !OLD.containsKey(id))
                .map(id -> new ZoneGroup.Zone(id, null, name(id)))
                .sorted(Comparator.comparing(ZoneGroup.Zone::name))
                .forEach(zone -> areas.computeIfAbsent(
                                zone.id().substring(0, zone.id().indexOf('/')), area -> new ArrayList<>())
                        .add(zone));
        return Stream.of(
                        Stream.of(new ZoneGroup(
                                "US",
                                COUNTRY.stream()
                                        .map(id -> new ZoneGroup.Zone(id, town(id).replace(" ", ""), town(id)))
                                        .toList())),
                        areas.entrySet().stream()
                                .map(area -> new ZoneGroup(area.getKey(), List.copyOf(area.getValue()))),
                        Stream.of(new ZoneGroup("OTHER", List.of(new ZoneGroup.Zone(UTC, null, UTC)))))
                .flatMap(groups -> groups)
                .toList();
    }

    /** "Indiana, Knox" for {@code America/Indiana/Knox}: whatever belongs together stands together. */
    private static String name(String id) {
        return id.substring(id.indexOf('/') + 1).replace("/", ", ").replace('_', ' ');
    }

    private static String town(String id) {
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }
}
