package org.peercoach.course.roles;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.peercoach.course.MemberRole;
import org.peercoach.course.district.Administrator;
import org.peercoach.course.launch.OwnRule;
import org.peercoach.course.launch.RoleRule;
import org.peercoach.course.launch.RuleSet;
import org.peercoach.course.launch.RulesInForce;
import org.peercoach.shared.time.Times;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts the page of one set of rules together. */
@Component
class RulesPage {

    private final RuleRows rows;
    private final RecentLaunches launches;

    RulesPage(RuleRows rows, RecentLaunches launches) {
        this.rows = rows;
        this.launches = launches;
    }

    /** An own rule in the list. */
    public record OwnRow(int index, OwnRule rule, boolean first, boolean last) {}

    /** A rule that is always there. */
    public record UsualRow(RoleRule rule, boolean on, boolean optional, boolean offAbove) {}

    /** A launch to try the rules on. */
    public record LaunchChoice(long member, String name, String course, MemberRole role, String seen) {}

    /**
     * Fills the model.
     *
     * @param draft the rules as they stand in the form
     * @param version of the saved rules that the draft began from
     */
    String show(Administrator who, RuleScope scope, RuleSet draft, int version, Model model) {
        RuleRows.Stored stored = rows.of(scope);
        RuleSet above = scope.ofCourse() ? rows.ofConnection(scope) : RuleSet.EMPTY;
        model.addAttribute("administrator", who);
        model.addAttribute("scope", scope);
        model.addAttribute("draft", draft.format());
        model.addAttribute("version", version);
        model.addAttribute("changed", !draft.equals(stored.rules()));
        model.addAttribute("undoable", stored.former() != null);
        model.addAttribute("own", own(draft));
        model.addAttribute("above", above.own());
        model.addAttribute("usual", usual(draft, above.off()));
        model.addAttribute("kinds", OwnRule.Kind.values());
        model.addAttribute("roles", MemberRole.values());
        model.addAttribute("launches", choices(who, scope));
        return "course/rules";
    }

    /** The rules in force if the draft held, for trying it. */
    RulesInForce inForce(RuleScope scope, RuleSet draft, long course) {
        return scope.ofCourse()
                ? new RulesInForce(draft, rows.ofConnection(scope))
                : new RulesInForce(rows.ofCourses(scope).getOrDefault(course, RuleSet.EMPTY), draft);
    }

    private static List<OwnRow> own(RuleSet draft) {
        List<OwnRule> all = draft.own();
        return java.util.stream.IntStream.range(0, all.size())
                .mapToObj(at -> new OwnRow(at, all.get(at), at == 0, at == all.size() - 1))
                .toList();
    }

    private static List<UsualRow> usual(RuleSet draft, Set<RoleRule> offAbove) {
        return Arrays.stream(RoleRule.values())
                .filter(rule -> rule != RoleRule.ASSIGNED)
                .map(rule -> new UsualRow(rule, !draft.off().contains(rule), rule.optional(), offAbove.contains(rule)))
                .toList();
    }

    private List<LaunchChoice> choices(Administrator who, RuleScope scope) {
        Times times = Times.withYear(who.zone());
        return launches.of(scope).stream()
                .map(launch -> new LaunchChoice(
                        launch.member(),
                        launch.name(),
                        launch.courseTitle(),
                        launch.role(),
                        times.moment(launch.seen())))
                .toList();
    }
}
