package org.peercoach.course.launch;

import org.jspecify.annotations.Nullable;

/** Words that come from a platform, cut to what a column holds. */
public final class Texts {

    private static final int WIDTH = 255;

    private Texts() {}

    /** What is told now; nothing never replaces something. */
    public static @Nullable String told(@Nullable String now, @Nullable String before) {
        return now == null || now.isBlank() ? before : cut(now, WIDTH);
    }

    /** At most this many characters, without half of a surrogate pair at the end. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
