package org.peercoach.course.roles;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.district.Administrator;
import org.peercoach.course.launch.RoleDecision;
import org.peercoach.course.launch.RuleSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes rules: looked at, stored, noted, and applied to everybody at once. */
@Component
class RuleBook {

    private final Effects effects;
    private final RuleRows rows;
    private final Redecision redecision;
    private final RoleDecision decision;
    private final Changing changing;

    RuleBook(Effects effects, RuleRows rows, Redecision redecision, RoleDecision decision, Changing changing) {
        this.effects = effects;
        this.rows = rows;
        this.redecision = redecision;
        this.decision = decision;
        this.changing = changing;
    }

    /** What makes a change one piece with its entry in the audit log. */
    @Component
    record Changing(TransactionTemplate transaction, AuditTrail audit) {}

    /** @param stale whether somebody else has changed the rules meanwhile */
    record Outcome(Effect effect, boolean stale) {
        boolean saved() {
            return !stale && effect.refusal() == null;
        }
    }

    /** What these rules would do. */
    Effect effect(RuleScope scope, RuleSet draft) {
        return effects.of(scope, draft);
    }

    /** Saves a draft that began from this version. */
    Outcome save(RuleScope scope, RuleSet draft, int version, Administrator who) {
        return change(scope, draft, rows.of(scope), version, new Act(who, "roles.changed"));
    }

    /** Takes the last change back; empty if there is none. */
    Optional<Outcome> undo(RuleScope scope, Administrator who) {
        RuleRows.Stored stored = rows.of(scope);
        return Optional.ofNullable(stored.former())
                .map(former -> change(scope, former, stored, stored.version(), new Act(who, "roles.undone")));
    }

    private record Act(Administrator who, String name) {}

    private Outcome change(RuleScope scope, RuleSet rules, RuleRows.Stored before, int version, Act act) {
        Effect effect = effects.of(scope, rules);
        if (effect.refusal() != null || before.version() != version) {
            return new Outcome(effect, before.version() != version);
        }
        boolean undo = act.name().equals("roles.undone");
        Boolean stored = changing.transaction().execute(status -> {
            boolean done = rows.store(scope, rules, undo ? null : before.rules(), version);
            if (done) {
                changing.audit().note(entry(scope, before.rules(), rules, effect, act));
            }
            return done;
        });
        if (!Boolean.TRUE.equals(stored)) {
            return new Outcome(effect, true);
        }
        decision.forget();
        redecision.apply(scope, rules);
        return new Outcome(effect, false);
    }

    private static AuditEntry entry(RuleScope scope, RuleSet before, RuleSet after, Effect effect, Act act) {
        AuditEntry entry = AuditEntry.ofPerson(
                scope.district(),
                act.who().person(),
                act.name(),
                scope.place(),
                effect.people() + " people; " + before.format() + " -> " + after.format());
        @Nullable Long course = scope.course();
        return course == null ? entry : entry.inCourse(course);
    }
}
