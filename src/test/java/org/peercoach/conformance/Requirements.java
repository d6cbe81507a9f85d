package org.peercoach.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is claimed, in sections, and how a test's name says which of it the test shows. */
record Requirements(List<Section> sections) {

    private static final Pattern NAMED =
            Pattern.compile("LTI-([LTCDANRO])(\\d+)((?:(?:, | and | to |-)(?:LTI-)?[LTCDANRO]?\\d+)*)");
    private static final Pattern FURTHER = Pattern.compile("(, | and | to |-)(?:LTI-)?([LTCDANRO]?)(\\d+)");

    /** One letter's requirements. */
    record Section(String letter, String title, List<Requirement> requirements) {}

    /** @param level M must, S should, X beyond the specification */
    record Requirement(String id, String level, String text) {}

    static Requirements parse(String text) {
        List<Section> sections = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split("\\|", 3);
            if (line.startsWith("=")) {
                sections.add(new Section(parts[0].substring(1).strip(), parts[1].strip(), new ArrayList<>()));
            } else {
                sections.getLast()
                        .requirements()
                        .add(new Requirement(parts[0].strip(), parts[1].strip(), parts[2].strip()));
            }
        }
        return new Requirements(sections);
    }

    int count() {
        return sections.stream()
                .mapToInt(section -> section.requirements().size())
                .sum();
    }

    /** Ids in a test's name: {@code LTI-C6, L7: ...} names two, {@code LTI-T8 to T12} five. */
    static List<String> namedIn(String name) {
        Map<String, Boolean> ids = new LinkedHashMap<>();
        Matcher named = NAMED.matcher(name);
        while (named.find()) {
            String letter = named.group(1);
            int last = Integer.parseInt(named.group(2));
            ids.put(letter + last, true);
            Matcher further = FURTHER.matcher(named.group(3));
            while (further.find()) {
                boolean range =
                        further.group(1).equals(" to ") || further.group(1).equals("-");
                letter = further.group(2).isEmpty() ? letter : further.group(2);
                int next = Integer.parseInt(further.group(3));
                for (int number = range ? last + 1 : next; number <= next; number++) {
                    ids.put(letter + number, true);
                }
                last = next;
            }
        }
        return List.copyOf(ids.keySet());
    }
}
