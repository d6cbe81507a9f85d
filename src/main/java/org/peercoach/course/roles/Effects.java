package org.peercoach.course.roles;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.MemberRole;
import org.peercoach.course.launch.RoleFacts;
import org.peercoach.course.launch.RoleRule;
import org.peercoach.course.launch.RuleSet;
import org.peercoach.course.launch.RulesInForce;
import org.peercoach.course.roles.Effect.Change;
import org.peercoach.course.roles.Effect.Refusal;
import org.peercoach.course.roles.PeopleWalk.Course;
import org.peercoach.course.roles.PeopleWalk.Walked;
import org.springframework.stereotype.Component;

/** Works out what rules would do before they hold, and refuses those that nobody can mean. */
@Component
class Effects {

    private static final String LEARNER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner";

    private final PeopleWalk walk;
    private final RuleRows rows;

    Effects(PeopleWalk walk, RuleRows rows) {
        this.walk = walk;
        this.rows = rows;
    }

    /** The rules of each course if {@code draft} held in the scope. */
    interface Plan {
        RulesInForce in(long course);
    }

    Plan plan(RuleScope scope, RuleSet draft) {
        if (scope.ofCourse()) {
            RulesInForce rules = new RulesInForce(draft, rows.ofConnection(scope));
            return course -> rules;
        }
        Map<Long, RuleSet> own = rows.ofCourses(scope);
        return course -> new RulesInForce(own.getOrDefault(course, RuleSet.EMPTY), draft);
    }

    Effect of(RuleScope scope, RuleSet draft) {
        Plan plan = plan(scope, draft);
        Count count = new Count();
        Refusal refusal = thoughtless(scope, plan);
        for (Course course : walk.courses(scope)) {
            Refusal found = count.course(scope, course, plan.in(course.id()));
            refusal = refusal == null ? found : refusal;
        }
        return count.effect(refusal == null && count.everyLearnerTrains() ? new Refusal("learners", "") : refusal);
    }

    /** What is wrong whoever is there at present. */
    private static @Nullable Refusal thoughtless(RuleScope scope, Plan plan) {
        RulesInForce rules = plan.in(scope.course() == null ? 0 : scope.course());
        RoleFacts learner = RoleFacts.of(List.of(LEARNER), Map.of(), scope.family(), null, null);
        if (rules.decide(learner).role() == MemberRole.TRAINER) {
            return new Refusal("learners", "");
        }
        Set<RoleRule> off = EnumSet.noneOf(RoleRule.class);
        off.addAll(rules.lms().off());
        off.addAll(rules.course().off());
        boolean someTrain = Stream.of(rules.course(), rules.lms())
                .flatMap(set -> set.own().stream())
                .anyMatch(rule -> rule.role() == MemberRole.TRAINER);
        boolean usualTrain = !off.containsAll(Set.of(RoleRule.RUNS_COURSE, RoleRule.TEACHING_ASSISTANT));
        return someTrain || usualTrain ? null : new Refusal("nobody", "");
    }

    private final class Count {

        private final Map<Change, Integer> changes = new HashMap<>();
        private int courses;
        private int learners;
        private int trainingLearners;

        /** Counts one course; not null if it would lose all its trainers. */
        @Nullable
        Refusal course(RuleScope scope, Course course, RulesInForce rules) {
            int[] trainers = new int[2];
            int before = people();
            walk.people(
                    scope,
                    course,
                    portion -> portion.stream()
                            .filter(Walked::present)
                            .forEach(person ->
                                    person(person, rules.decide(person.facts()).role(), trainers)));
            courses += people() > before ? 1 : 0;
            return trainers[0] > 0 && trainers[1] == 0 ? new Refusal("no-trainer", course.title()) : null;
        }

        private void person(Walked person, MemberRole role, int[] trainers) {
            trainers[0] += person.role() == MemberRole.TRAINER ? 1 : 0;
            trainers[1] += role == MemberRole.TRAINER ? 1 : 0;
            if (person.facts().has("Learner") && !person.facts().runsCourse()) {
                learners++;
                trainingLearners += role == MemberRole.TRAINER && person.facts().explicit() == null ? 1 : 0;
            }
            if (role != person.role()) {
                changes.merge(new Change(person.role(), role, 0), 1, Integer::sum);
            }
        }

        boolean everyLearnerTrains() {
            return learners > 0 && learners == trainingLearners;
        }

        private int people() {
            return changes.values().stream().mapToInt(Integer::intValue).sum();
        }

        Effect effect(@Nullable Refusal refusal) {
            List<Change> sorted = changes.entrySet().stream()
                    .map(entry ->
                            new Change(entry.getKey().from(), entry.getKey().to(), entry.getValue()))
                    .sorted(Comparator.comparingInt(Change::people)
                            .reversed()
                            .thenComparing(Change::from)
                            .thenComparing(Change::to))
                    .toList();
            return new Effect(sorted, people(), courses, refusal);
        }
    }
}
