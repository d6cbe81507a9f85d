package org.peercoach.course.launch;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.peercoach.course.MemberRole;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rules that an administrator wrote for one LMS connection or one course.
 *
 * @param own in order, the first that is about somebody decides
 * @param off those of the rules that are always there which shall not be asked
 */
public record RuleSet(List<OwnRule> own, Set<RoleRule> off) {

    public static final RuleSet EMPTY = new RuleSet(List.of(), Set.of());

    private static final int MOST = 50;
    private static final JsonMapper JSON = JsonMapper.shared();

    public RuleSet {
        own = List.copyOf(own);
        off = Set.copyOf(off);
    }

    /** The same with one more rule at the end. */
    public RuleSet with(OwnRule rule) {
        List<OwnRule> more = new ArrayList<>(own);
        int id = own.stream().mapToInt(OwnRule::id).max().orElse(0) + 1;
        more.add(new OwnRule(id, rule.kind(), rule.parameter(), rule.value(), rule.role()));
        return new RuleSet(more, off);
    }

    /** Whether one more rule has room. */
    public boolean full() {
        return own.size() >= MOST;
    }

    public RuleSet without(int index) {
        List<OwnRule> less = new ArrayList<>(own);
        less.remove(index);
        return new RuleSet(less, off);
    }

    /** The same with two neighbours changed over. */
    public RuleSet swapped(int first) {
        List<OwnRule> other = new ArrayList<>(own);
        java.util.Collections.swap(other, first, first + 1);
        return new RuleSet(other, off);
    }

    /** The same with one of the rules that are always there switched over. */
    public RuleSet toggled(RoleRule rule) {
        Set<RoleRule> other = EnumSet.noneOf(RoleRule.class);
        other.addAll(off);
        if (!other.remove(rule)) {
            other.add(rule);
        }
        return new RuleSet(own, other);
    }

    /** The same without what means something in one course only: groups are numbered anew in a copy. */
    public RuleSet portable() {
        return new RuleSet(
                own.stream()
                        .filter(rule -> rule.kind() != OwnRule.Kind.MOODLE_GROUP)
                        .toList(),
                off);
    }

    public boolean isEmpty() {
        return own.isEmpty() && off.isEmpty();
    }

    /** One line that {@link #parse} reads. */
    public String format() {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode rules = root.putArray("own");
        own.forEach(rule -> rules.addObject()
                .put("id", rule.id())
                .put("kind", rule.kind().name())
                .put("parameter", rule.parameter())
                .put("value", rule.value())
                .put("role", rule.role().name()));
        ArrayNode silent = root.putArray("off");
        off.stream().sorted().forEach(rule -> silent.add(rule.name()));
        return JSON.writeValueAsString(root);
    }

    /**
     * Reads what {@link #format} wrote; drafts come back from the browser, so nothing is believed.
     *
     * @throws IllegalArgumentException for anything that {@link #format} would not write
     */
    public static RuleSet parse(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            if (!root.path("own").isArray() || !root.path("off").isArray()) {
                throw new IllegalArgumentException("no set of role rules");
            }
            List<OwnRule> own =
                    root.path("own").valueStream().map(RuleSet::rule).toList();
            Set<RoleRule> off = EnumSet.noneOf(RoleRule.class);
            root.path("off")
                    .valueStream()
                    .map(name -> RoleRule.valueOf(name.asString()))
                    .forEach(off::add);
            boolean whole = own.size() <= MOST
                    && own.stream().map(OwnRule::id).distinct().count() == own.size()
                    && own.stream().allMatch(rule -> rule.fault().isEmpty())
                    && off.stream().allMatch(RoleRule::optional);
            if (!whole) {
                throw new IllegalArgumentException("no set of role rules");
            }
            return new RuleSet(own, off);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no set of role rules", e);
        }
    }

    private static OwnRule rule(JsonNode node) {
        return new OwnRule(
                node.path("id").asInt(0),
                OwnRule.Kind.valueOf(node.path("kind").asString("")),
                node.path("parameter").asString(""),
                node.path("value").asString(""),
                MemberRole.valueOf(node.path("role").asString("")));
    }
}
