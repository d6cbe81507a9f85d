package org.peercoach.course.roles;

import java.util.List;
import org.peercoach.course.launch.RuleSet;
import org.peercoach.course.launch.RulesInForce;
import org.peercoach.course.roles.PeopleWalk.Course;
import org.peercoach.course.roles.PeopleWalk.Walked;
import org.peercoach.course.session.KnownMembers;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives everybody the role that the rules say now, without waiting for the next launch. */
@Component
class Redecision {

    private final PeopleWalk walk;
    private final Effects effects;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final KnownMembers known;

    Redecision(
            PeopleWalk walk, Effects effects, JdbcTemplate jdbc, TransactionTemplate transaction, KnownMembers known) {
        this.walk = walk;
        this.effects = effects;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.known = known;
    }

    /** Portion by portion, each in a transaction of its own, so that launches meanwhile wait for none. */
    void apply(RuleScope scope, RuleSet rules) {
        Effects.Plan plan = effects.plan(scope, rules);
        for (Course course : walk.courses(scope)) {
            walk.people(scope, course, portion -> store(portion, plan.in(course.id())));
        }
        known.forget();
    }

    private void store(List<Walked> portion, RulesInForce rules) {
        List<Object[]> changed = portion.stream()
                .map(person -> changed(person, rules.decide(person.facts())))
                .filter(values -> values.length > 0)
                .toList();
        if (!changed.isEmpty()) {
            transaction.executeWithoutResult(status -> jdbc.batchUpdate(
                    "update course_member set role = ?, role_reason = ? where id = ? and role_reason = ?", changed));
        }
    }

    /** A launch that decided meanwhile has seen newer facts, so its reason differs and stays. */
    private static Object[] changed(Walked person, RulesInForce.Decided decided) {
        boolean same = decided.role() == person.stored() && decided.reason().equals(person.reason());
        return same
                ? new Object[0]
                : new Object[] {decided.role().name(), decided.reason(), person.member(), person.reason()};
    }
}
