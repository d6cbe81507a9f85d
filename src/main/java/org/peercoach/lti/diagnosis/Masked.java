package org.peercoach.lti.diagnosis;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The last look before a value is kept: cut to size, and without anything that could be a person's or a secret. The
 * rules hand over ids of the set-up only; this catches what an LMS has put where such an id should be.
 */
final class Masked {

    static final int LONGEST = 255;
    private static final String HIDDEN = "•••";
    /** A signed token, whole or cut. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{8,}[A-Za-z0-9_.-]*");

    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>()\"]+@[^\\s@,;<>()\"]+");
    /** What follows a question mark or a hash in an address. */
    private static final Pattern QUERY = Pattern.compile("(?i)(https?://[^\\s?#]*)[?#]\\S*");
    /** A name and password in an address. */
    private static final Pattern USER_INFO = Pattern.compile("(?i)(https?://)[^\\s/?#]*@");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private Masked() {}

    /** The value as it may be kept; null and blank ones are null. */
    static @Nullable String text(@Nullable String value) {
        return text(value, LONGEST);
    }

    static @Nullable String text(@Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String shown = value.length() > 4 * LONGEST ? value.substring(0, 4 * LONGEST) : value;
        shown = CONTROL.matcher(shown).replaceAll(" ");
        shown = TOKEN.matcher(shown).replaceAll(HIDDEN);
        shown = USER_INFO.matcher(shown).replaceAll("$1");
        shown = QUERY.matcher(shown).replaceAll("$1");
        shown = EMAIL.matcher(shown).replaceAll(HIDDEN);
        return cut(shown.strip(), longest);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
