package org.peercoach.course.roles;

import org.peercoach.course.launch.RoleRule;
import org.peercoach.course.launch.RuleSet;

/** What the buttons beside the rules of a draft do. */
final class DraftActs {

    private DraftActs() {}

    /** {@code up-2}, {@code down-0}, {@code remove-1} or {@code switch-MENTOR}; anything else changes nothing. */
    static RuleSet done(RuleSet draft, String act) {
        int dash = act.indexOf('-');
        String what = act.substring(0, Math.max(dash, 0));
        String which = act.substring(dash + 1);
        try {
            if (what.equals("switch")) {
                RoleRule rule = RoleRule.valueOf(which);
                return rule.optional() ? draft.toggled(rule) : draft;
            }
            int at = what.isEmpty() ? -1 : Integer.parseInt(which);
            int last = draft.own().size() - 1;
            return switch (what) {
                case "up" -> at > 0 && at <= last ? draft.swapped(at - 1) : draft;
                case "down" -> at >= 0 && at < last ? draft.swapped(at) : draft;
                case "remove" -> at >= 0 && at <= last ? draft.without(at) : draft;
                default -> draft;
            };
        } catch (IllegalArgumentException e) {
            return draft;
        }
    }
}
