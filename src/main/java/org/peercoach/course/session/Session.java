package org.peercoach.course.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a session cookie says: who, and where. Never a role; those are read on the server (ruling 11).
 *
 * @param member our id of the member, or 0 in a district
 * @param launch the launch it began with
 * @param used last use by the person
 * @param origins who frames the pages of this launch, the frame itself first
 */
public record Session(
        Place place, long person, long member, String launch, Instant issued, Instant used, List<String> origins) {

    private static final int MOST_CHARACTERS = 190; // sealed, with the cookie's name, at most 400
    private static final int LAUNCH_CHARACTERS = 16;
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+");
    private static final String HTTPS = "https://";

    /** A session that begins now. */
    public static Session begin(
            Place place, long person, long member, String launch, Instant now, List<String> origins) {
        return new Session(place, person, member, launch, now, now, origins);
    }

    /** The launch, as far as the cookie remembers it. */
    String mark() {
        return launch.length() <= LAUNCH_CHARACTERS ? launch : launch.substring(0, LAUNCH_CHARACTERS);
    }

    Session usedAt(Instant now) {
        return new Session(place, person, member, launch, issued, now, origins);
    }

    /** Compact text; origins that do not fit are left out, never the first one. */
    String text() {
        StringBuilder text = new StringBuilder(MOST_CHARACTERS);
        text.append(place.key()).append(' ').append(number(person)).append(' ').append(number(member));
        text.append(' ')
                .append(launch.isEmpty() ? "-" : launch, 0, Math.min(Math.max(launch.length(), 1), LAUNCH_CHARACTERS));
        text.append(' ').append(number(issued.getEpochSecond())).append(' ').append(number(used.getEpochSecond()));
        int kept = 0;
        for (String origin :
                origins.stream().filter(ORIGIN.asMatchPredicate()).distinct().toList()) {
            String shortOrigin = origin.startsWith(HTTPS) ? origin.substring(HTTPS.length()) : origin;
            if (kept == 0 || text.length() + 1 + shortOrigin.length() <= MOST_CHARACTERS) {
                text.append(' ').append(shortOrigin);
                kept++;
            }
        }
        return text.toString();
    }

    /** The session that {@link #text} wrote; the text comes out of a seal, so it is ours. */
    static Session parse(String text) {
        String[] parts = text.split(" ");
        List<String> origins = new ArrayList<>();
        for (int i = 6; i < parts.length; i++) {
            origins.add(parts[i].contains("://") ? parts[i] : HTTPS + parts[i]);
        }
        return new Session(
                Place.ofKey(parts[0]),
                number(parts[1]),
                number(parts[2]),
                parts[3],
                time(parts[4]),
                time(parts[5]),
                List.copyOf(origins));
    }

    private static String number(long value) {
        return Long.toString(value, Character.MAX_RADIX);
    }

    private static long number(String text) {
        return Long.parseLong(text, Character.MAX_RADIX);
    }

    private static Instant time(String text) {
        return Instant.ofEpochSecond(number(text));
    }
}
