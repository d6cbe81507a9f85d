package org.peercoach.course.roles;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.launch.RoleDecision;
import org.peercoach.course.launch.RuleSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes the rules of a course over to its copy. What would lock somebody out there is not taken. */
@Component
public class RuleCopies {

    private static final String SCOPE = "select c.id, c.deployment_id,"
            + " coalesce(d.product_family, r.product_family) as family from course_course c"
            + " join lti_deployment d on d.id = c.deployment_id join lti_registration r on r.id = c.registration_id"
            + " where c.id = ? and c.district_id = ?";

    private final JdbcClient jdbc;
    private final RuleRows rows;
    private final Effects effects;
    private final Redecision redecision;
    private final RoleDecision decision;

    RuleCopies(JdbcClient jdbc, RuleRows rows, Effects effects, Redecision redecision, RoleDecision decision) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.effects = effects;
        this.redecision = redecision;
        this.decision = decision;
    }

    /** The own rules of a course, as {@link #store} takes them, or null if it has none. */
    public @Nullable String of(long district, CourseId course) {
        RuleSet rules =
                scope(district, course).map(scope -> rows.of(scope).rules()).orElse(RuleSet.EMPTY);
        return rules.isEmpty() ? null : rules.format();
    }

    /** Gives the copy the rules of its origin; false if there are none, or if they would lock its trainers out. */
    public boolean take(long district, CourseId origin, CourseId copy) {
        RuleSet rules = scope(district, origin)
                .map(scope -> rows.of(scope).rules().portable())
                .orElse(RuleSet.EMPTY);
        return !rules.isEmpty() && store(district, copy, rules.format());
    }

    /**
     * From now on the course has these rules, or none for null; false if they would lock its trainers out. The caller
     * notes it.
     */
    public boolean store(long district, CourseId course, @Nullable String text) {
        RuleSet rules = text == null ? RuleSet.EMPTY : RuleSet.parse(text);
        Optional<RuleScope> scope = scope(district, course);
        if (scope.isEmpty() || effects.of(scope.get(), rules).refusal() != null) {
            return false;
        }
        RuleRows.Stored before = rows.of(scope.get());
        if (!rows.store(scope.get(), rules, null, before.version())) {
            return false;
        }
        decision.forget();
        redecision.apply(scope.get(), rules);
        return true;
    }

    private Optional<RuleScope> scope(long district, CourseId course) {
        return jdbc.sql(SCOPE)
                .params(course.value(), district)
                .query((row, index) -> new RuleScope(
                        district, row.getLong("deployment_id"), row.getLong("id"), "", row.getString("family")))
                .optional();
    }
}
