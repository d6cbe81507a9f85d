package org.peercoach.training;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Says where in a text its faults are, as far as that can be told. */
final class TextFaults {

    private static final Pattern NAMED_LINE = Pattern.compile("line (\\d+), column");
    private static final Pattern PLACE = Pattern.compile("\\.work\\.([A-Za-z0-9.\\[\\]]+)");
    private static final Pattern STEP = Pattern.compile("([A-Za-z0-9]+)|\\[(\\d+)]");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern NAMED =
            Pattern.compile("[\\s{-]*+(?:(?:key|id):\\s*([A-Za-z][A-Za-z0-9-]*)|([A-Za-z][A-Za-z0-9-]*):)");
    private static final int LONGEST = 300;

    private TextFaults() {}

    /** @param line of the text, from 1, or null when it cannot be told */
    public record FaultView(@Nullable Integer line, String text) {}

    /** @param source as it stands in the field; lines are told of it, and of an empty one there are none */
    static List<FaultView> of(List<String> faults, String source) {
        return faults.stream()
                .map(fault -> new FaultView(line(fault, source), said(fault)))
                .toList();
    }

    /** The readers tell much about themselves; the beginning says what is wrong. */
    private static String said(String fault) {
        String first =
                String.join(" ", fault.lines().limit(3).map(String::strip).toList());
        String about = own(first);
        return about.length() > LONGEST ? about.substring(0, LONGEST) + "…" : about;
    }

    private static String own(String fault) {
        int end = fault.indexOf(" (class ");
        return end < 0 ? fault : fault.substring(0, end);
    }

    private static @Nullable Integer line(String fault, String source) {
        if (source.isEmpty()) {
            return null;
        }
        Matcher named = NAMED_LINE.matcher(fault);
        Integer last = null;
        while (named.find()) {
            last = Integer.valueOf(named.group(1));
        }
        if (last != null) {
            return last;
        }
        Matcher place = PLACE.matcher(fault);
        return place.find() ? placed(place.group(1), source) : keyed(said(fault), source);
    }

    /** Goes down the text by a place such as {@code lines[2].text}, as far as it leads. */
    private static @Nullable Integer placed(String place, String source) {
        try {
            Node node = new Yaml().compose(new StringReader(source));
            Matcher steps = STEP.matcher(place);
            while (node != null && steps.find()) {
                Node next = steps.group(1) == null
                        ? item(node, Integer.parseInt(steps.group(2)))
                        : value(
                                node,
                                steps.group(1).replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT));
                if (next == null) {
                    break;
                }
                node = next;
            }
            return node == null ? null : node.getStartMark().getLine() + 1;
        } catch (YAMLException e) {
            return null;
        }
    }

    private static @Nullable Node item(Node node, int index) {
        return node instanceof SequenceNode list && index < list.getValue().size()
                ? list.getValue().get(index)
                : null;
    }

    private static @Nullable Node value(Node node, String key) {
        if (node instanceof MappingNode map) {
            for (NodeTuple one : map.getValue()) {
                if (one.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key)) {
                    return one.getValueNode();
                }
            }
        }
        return null;
    }

    /** The first word of the fault that stands in the text as a key, or as the name of a thing. */
    private static @Nullable Integer keyed(String fault, String source) {
        Map<String, Integer> lines = names(source);
        Matcher words = WORD.matcher(fault);
        while (words.find()) {
            Integer line = lines.get(words.group());
            if (line != null) {
                return line;
            }
        }
        return null;
    }

    /** Where each name stands first. */
    private static Map<String, Integer> names(String source) {
        Map<String, Integer> lines = new HashMap<>();
        int number = 0;
        for (String line : source.lines().toList()) {
            number++;
            Matcher named = NAMED.matcher(line);
            if (named.lookingAt()) {
                lines.putIfAbsent(named.group(1) == null ? named.group(2) : named.group(1), number);
            }
        }
        return lines;
    }
}
