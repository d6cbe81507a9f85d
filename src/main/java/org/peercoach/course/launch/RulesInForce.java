package org.peercoach.course.launch;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.peercoach.course.MemberRole;

/**
 * All rules for one course, in order: what a trainer assigned, the course's own rules, those of its LMS connection, then
 * the rules that are always there. The first that says something decides; the last gives least (LTI spec 3.6).
 */
public record RulesInForce(RuleSet course, RuleSet lms) {

    static final RulesInForce NONE = new RulesInForce(RuleSet.EMPTY, RuleSet.EMPTY);

    private static final String OF_COURSE = "COURSE-";
    private static final String OF_LMS = "LMS-";
    /** Always kept of a launch, so that a change of the rules can be applied before the next one. */
    private static final Set<String> USUAL = Set.of(OwnRule.CANVAS_ROLES, OwnRule.MOODLE_GROUPS, "pc_role");

    /**
     * A role and what gave it.
     *
     * @param reason name of a {@link RoleRule}, or the number of an own rule as {@link #ownRule} reads it
     */
    public record Decided(MemberRole role, String reason) {}

    /** Own rule that decided, and whether it is one of the course. */
    public record Origin(OwnRule rule, boolean ofCourse) {}

    /** What somebody with these facts is. */
    public Decided decide(RoleFacts facts) {
        MemberRole assigned = RoleRule.ASSIGNED.says(facts);
        if (assigned != null) {
            return new Decided(assigned, RoleRule.ASSIGNED.name());
        }
        return own(course, OF_COURSE, facts).or(() -> own(lms, OF_LMS, facts)).orElseGet(() -> usual(facts));
    }

    /** The own rule that a member's reason names, if it is still there. */
    public Optional<Origin> ownRule(String reason) {
        boolean ofCourse = reason.startsWith(OF_COURSE);
        if (!ofCourse && !reason.startsWith(OF_LMS)) {
            return Optional.empty();
        }
        String id = reason.substring(reason.indexOf('-') + 1);
        return (ofCourse ? course : lms)
                .own().stream()
                        .filter(rule -> Integer.toString(rule.id()).equals(id))
                        .findFirst()
                        .map(rule -> new Origin(rule, ofCourse));
    }

    /** Names of the custom parameters that the rules read; no other is kept. */
    Set<String> parameters() {
        if (course.own().isEmpty() && lms.own().isEmpty()) {
            return USUAL;
        }
        Set<String> read = new TreeSet<>(USUAL);
        for (RuleSet set : java.util.List.of(course, lms)) {
            for (OwnRule rule : set.own()) {
                String parameter = rule.reads();
                if (parameter != null) {
                    read.add(parameter);
                }
            }
        }
        return read;
    }

    private static Optional<Decided> own(RuleSet set, String origin, RoleFacts facts) {
        for (OwnRule rule : set.own()) {
            if (rule.isAbout(facts)) {
                return Optional.of(new Decided(rule.role(), origin + rule.id()));
            }
        }
        return Optional.empty();
    }

    private Decided usual(RoleFacts facts) {
        Set<RoleRule> off = EnumSet.noneOf(RoleRule.class);
        off.addAll(course.off());
        off.addAll(lms.off());
        for (RoleRule rule : RoleRule.values()) {
            MemberRole role = off.contains(rule) ? null : rule.says(facts);
            if (role != null) {
                return new Decided(role, rule.name());
            }
        }
        throw new IllegalStateException("the last rule always decides");
    }
}
