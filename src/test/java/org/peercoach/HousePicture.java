package org.peercoach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The floors and arrows that docs/architecture.md draws. */
record HousePicture(Map<String, Integer> floorOfRoom, Map<String, Set<String>> arrows) {

    static HousePicture read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HousePicture parse(String text) {
        Map<String, Integer> floors = new LinkedHashMap<>();
        List<String> lines = block(text, "floors");
        for (int i = 0; i < lines.size(); i++) {
            String[] words = lines.get(i).split("\\s+");
            for (String room : Arrays.copyOfRange(words, 1, words.length)) {
                floors.put(room, lines.size() - i);
            }
        }
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        for (String line : block(text, "arrows")) {
            String[] sides = line.split("->", -1);
            Set<String> targets = new TreeSet<>(Arrays.asList(sides[1].strip().split("\\s+")));
            targets.remove("");
            arrows.put(sides[0].strip(), targets);
            targets.stream().filter(room -> !floors.containsKey(room)).findAny().ifPresent(room -> {
                throw new IllegalArgumentException("an arrow leads to " + room + ", which stands on no floor");
            });
        }
        return new HousePicture(floors, arrows);
    }

    Set<String> rooms() {
        return new TreeSet<>(floorOfRoom.keySet());
    }

    List<String> arrowsThatDoNotGoDown() {
        List<String> wrong = new ArrayList<>();
        arrows.forEach((from, targets) -> targets.stream()
                .filter(to -> floorOfRoom.getOrDefault(from, 0) <= floorOfRoom.getOrDefault(to, 0))
                .forEach(to -> wrong.add(from + " -> " + to)));
        return wrong;
    }

    /** Arrows of the code that the picture lacks. */
    List<String> missing(Map<String, Set<String>> code) {
        List<String> missing = new ArrayList<>();
        code.forEach((from, targets) -> targets.stream()
                .filter(to -> !arrows.getOrDefault(from, Set.of()).contains(to))
                .sorted()
                .forEach(to -> missing.add(from + " -> " + to)));
        return missing;
    }

    private static List<String> block(String text, String name) {
        String start = "```" + name + "\n";
        int from = text.indexOf(start);
        int to = text.indexOf("```", from + start.length());
        if (from < 0 || to < 0) {
            throw new IllegalArgumentException("no block " + name + " in the picture");
        }
        return text.substring(from + start.length(), to)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
