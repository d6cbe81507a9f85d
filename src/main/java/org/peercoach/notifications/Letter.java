package org.peercoach.notifications;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mail says, before it is set as plain text and as HTML. All texts are plain. */
record Letter(Paper paper, String subject, String greeting, List<Section> sections, List<Line> footer) {

    private static final int LONGEST_HEAD = 120;

    /** The subject as it stands in the head of the mail, where a very long name is cut. */
    String head() {
        return subject.codePointCount(0, subject.length()) <= LONGEST_HEAD
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, LONGEST_HEAD - 1)) + "…";
    }

    /**
     * How it is set.
     *
     * @param language tag of its language (BCP 47)
     * @param fromTheRight whether that language is written from right to left
     */
    record Paper(String language, boolean fromTheRight) {}

    /** @param title such as the course, or null */
    record Section(@Nullable String title, List<Line> lines) {}

    /**
     * A paragraph with at most one link after it.
     *
     * @param quote whether somebody else wrote it
     * @param link what the link says; null with {@code url} null
     */
    record Line(
            String text,
            boolean quote,
            @Nullable String link,
            @Nullable String url) {

        static Line of(String text) {
            return new Line(text, false, null, null);
        }

        static Line quoting(String text) {
            return new Line(text, true, null, null);
        }

        static Line with(String text, String link, String url) {
            return new Line(text, false, link, url);
        }
    }
}
