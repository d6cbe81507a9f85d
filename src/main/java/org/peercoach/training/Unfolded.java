package org.peercoach.training;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** How much a YAML text becomes where every alias is written out: a few lines of them can fill any memory. */
final class Unfolded {

    private static final long MOST = 20_000;

    /** A long text counts like so many short ones. */
    private static final int SHORT = 50;

    private static final long UNDER_WAY = -1;

    private final Map<Node, Long> known = new IdentityHashMap<>();

    private Unfolded() {}

    /** @param root null for an empty text */
    static void check(String file, @Nullable Node root) {
        if (root != null && new Unfolded().size(root) > MOST) {
            throw new IllegalStateException(file + ": with its aliases written out this is too long");
        }
    }

    /** Of each node once, however often it is named; what holds itself has no end. */
    private long size(Node node) {
        Long before = known.putIfAbsent(node, UNDER_WAY);
        if (before != null) {
            return before == UNDER_WAY ? MOST + 1 : before;
        }
        long size = 1;
        if (node instanceof ScalarNode text) {
            size += text.getValue().length() / SHORT;
        }
        for (Node part : parts(node)) {
            size = Math.min(MOST + 1, size + size(part));
        }
        known.put(node, size);
        return size;
    }

    private static List<Node> parts(Node node) {
        return switch (node) {
            case SequenceNode list -> list.getValue();
            case MappingNode map ->
                map.getValue().stream()
                        .flatMap(one -> Stream.of(one.getKeyNode(), one.getValueNode()))
                        .toList();
            default -> List.of();
        };
    }
}
