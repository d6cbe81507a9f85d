package org.peercoach.course.launch;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.MemberRole;
import tools.jackson.databind.json.JsonMapper;

/**
 * The custom parameters of a member's last launch that the role rules read, kept so that changed rules can be applied
 * before the next launch. No other parameter is kept.
 */
public final class KeptCustom {

    private static final int LONGEST_VALUE = 1000;
    private static final int WIDTH = 4000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private KeptCustom() {}

    /** One line for the member's row, never more than fits there. */
    static String of(Map<String, String> custom, RulesInForce rules) {
        Map<String, String> kept = new TreeMap<>();
        int room = WIDTH - 2;
        for (String parameter : rules.parameters()) {
            String value = custom.get(parameter);
            if (value != null) {
                kept.put(parameter, Texts.cut(value, LONGEST_VALUE));
            }
        }
        String text = JSON.writeValueAsString(kept);
        while (text.length() > room && !kept.isEmpty()) {
            kept.remove(kept.keySet().iterator().next());
            text = JSON.writeValueAsString(kept);
        }
        return text;
    }

    /**
     * What is known of a member's last launch.
     *
     * @param kept the member's row, or null for one who came before anything was kept; then the rule that decided tells
     */
    public static Map<String, String> read(@Nullable String kept, MemberRole role, String reason) {
        if (kept != null) {
            Map<String, String> values = new TreeMap<>();
            JSON.readTree(kept).forEachEntry((name, value) -> values.put(name, value.asString("")));
            return values;
        }
        return switch (reason) {
            case "LINK" -> Map.of("pc_role", role == MemberRole.COACH ? "coach" : "participant");
            case "CANVAS_COACH" -> Map.of(OwnRule.CANVAS_ROLES, "Coach");
            default -> Map.of();
        };
    }
}
