package org.peercoach.training;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How hard a text is to read: the Flesch-Kincaid grade, 0.39 words a sentence plus 11.8 syllables a word minus 15.59.
 * Syllables are counted by groups of vowels, without a silent e at the end; that errs by a few in a hundred words.
 */
final class ReadingLevel {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+(?:[’'-][\\p{L}\\d]+)*");
    private static final Pattern SENTENCE_END = Pattern.compile("[.?!:…]+[”)]*(?:\\s|$)");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

    private ReadingLevel() {}

    /** The words of a text, Markdown taken away. */
    static List<String> words(String text) {
        return WORD.matcher(plain(text)).results().map(found -> found.group()).toList();
    }

    static double grade(String text) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            return 0;
        }
        long sentences = Math.max(
                1,
                plain(text)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .mapToLong(ReadingLevel::sentences)
                        .sum());
        int syllables = words.stream().mapToInt(ReadingLevel::syllables).sum();
        return 0.39 * words.size() / sentences + 11.8 * syllables / words.size() - 15.59;
    }

    static int syllables(String word) {
        String low = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        int groups = (int) VOWELS.matcher(low).results().count();
        boolean silent = low.endsWith("e") && !low.endsWith("le") || low.endsWith("es") || low.endsWith("ed");
        boolean sounded = low.matches(".*[td]ed|.*[sxzc]es|.*(?:ch|sh|g)es");
        return Math.max(1, groups > 1 && silent && !sounded ? groups - 1 : groups);
    }

    /** A line without an end, such as a heading or a cell, is a sentence of its own. */
    private static long sentences(String line) {
        long ends = SENTENCE_END.matcher(line).results().count();
        return line.strip().matches(".*[.?!:…][”)*]*") ? Math.max(1, ends) : ends + 1;
    }

    static String plain(String text) {
        return text.replaceAll("(?m)^\\|[-| :]+\\|$", "")
                .replaceAll("\\|", "\n")
                .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .replaceAll("(?m)^(?:#+|>|-|\\d+\\.)\\s+", "")
                .replaceAll("\\*+", "");
    }
}
