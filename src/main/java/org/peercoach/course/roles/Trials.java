package org.peercoach.course.roles;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.MemberRole;
import org.peercoach.course.launch.OwnRule;
import org.peercoach.course.launch.Purpose;
import org.peercoach.course.launch.RoleFacts;
import org.peercoach.course.launch.RuleSet;
import org.peercoach.course.launch.RulesInForce;
import org.springframework.stereotype.Component;

/** Tries a draft on somebody. */
@Component
class Trials {

    private final RecentLaunches launches;
    private final RulesPage page;

    Trials(RecentLaunches launches, RulesPage page) {
        this.launches = launches;
        this.page = page;
    }

    /**
     * @param member whose last launch to try it on, or null for pasted claims
     * @param purpose what the course is for, with pasted claims
     */
    public record TrialForm(
            @Nullable Long member,
            @Nullable String claims,
            @Nullable Purpose purpose) {}

    /**
     * @param who the member's name, or empty for pasted claims
     * @param now what the member is at present, or null
     * @param usual name of the rule that is always there and decided, or empty
     * @param own the own rule that decided, or null
     */
    public record TrialView(
            String who,
            @Nullable MemberRole now,
            MemberRole role,
            String usual,
            @Nullable OwnRule own,
            boolean ofCourse) {}

    /** Empty when there is nothing to try it on. */
    Optional<TrialView> of(RuleScope scope, RuleSet draft, TrialForm form) {
        Long member = form.member();
        if (member != null) {
            return launches.one(scope, member)
                    .map(launch -> view(
                            page.inForce(scope, draft, launch.course()), launch.facts(), launch.name(), launch.role()));
        }
        return Optional.ofNullable(form.claims())
                .flatMap(claims -> PastedClaims.read(claims, scope.family(), form.purpose()))
                .map(facts -> view(page.inForce(scope, draft, 0), facts, "", null));
    }

    private static TrialView view(RulesInForce rules, RoleFacts facts, String who, @Nullable MemberRole now) {
        RulesInForce.Decided decided = rules.decide(facts);
        Optional<RulesInForce.Origin> own = rules.ownRule(decided.reason());
        return new TrialView(
                who,
                now,
                decided.role(),
                own.isPresent() ? "" : decided.reason(),
                own.map(RulesInForce.Origin::rule).orElse(null),
                own.map(RulesInForce.Origin::ofCourse).orElse(false));
    }
}
