package org.peercoach.course.launch;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.MemberRole;

/**
 * The rules that are always there: the first that says something decides, the last gives least (LTI spec 3.6). An
 * administrator's own rules stand between the first of them and the others ({@link RulesInForce}), and may switch off all
 * but the first and the last. Each rule's name is stored with the member and explained on the "why" page ({@code course.why.<NAME>}).
 */
public enum RoleRule {
    /** A trainer said so here; it outlives every launch. */
    ASSIGNED(RoleFacts::explicit),
    /** The link says so, for coaches and participants only; whoever runs the course stays what they are. */
    LINK(facts -> facts.runsCourse() ? null : ofLink(facts.custom().get("pc_role"))),
    /** A Canvas role of this name. It comes with the URI of its base role, also Instructor, so it is asked before. */
    CANVAS_COACH(facts -> facts.namedCoach() ? MemberRole.COACH : null),
    /** Where an administrator has mapped people to these on purpose (D2L, Sakai and the like). */
    FACILITATOR(facts ->
            !facts.mentorsOnlyWatch() && facts.hasSub("Mentor", "LearningFacilitator", "Mentor", "Advisor", "Tutor")
                    ? MemberRole.COACH
                    : null),
    /** Arrives together with Instructor, so it is asked before. */
    TEACHING_ASSISTANT(facts -> facts.hasSub("Instructor", "TeachingAssistant", "Grader") ? MemberRole.TRAINER : null),
    RUNS_COURSE(facts -> facts.runsCourse() ? MemberRole.TRAINER : null),
    MENTOR(facts -> !facts.mentorsOnlyWatch() && facts.has("Mentor") ? MemberRole.COACH : null),
    GUEST_LEARNER(facts -> facts.hasSub("Learner", "NonCreditLearner", "GuestLearner", "ExternalLearner")
            ? MemberRole.PARTICIPANT
            : null),
    LEARNER(facts -> facts.has("Learner") ? learner(facts.purpose()) : null),
    COURSE_MEMBER(facts -> facts.has("Member") ? MemberRole.PARTICIPANT : null),
    /** A parent or observer. */
    WATCHING_MENTOR(facts -> facts.has("Mentor") ? MemberRole.OBSERVER : null),
    OTHERWISE(facts -> MemberRole.OBSERVER);

    private final Function<RoleFacts, @Nullable MemberRole> decision;

    RoleRule(Function<RoleFacts, @Nullable MemberRole> decision) {
        this.decision = decision;
    }

    /** A role and the rule that gave it. */
    record Decided(MemberRole role, RoleRule rule) {}

    static Decided decide(RoleFacts facts) {
        for (RoleRule rule : values()) {
            MemberRole role = rule.decision.apply(facts);
            if (role != null) {
                return new Decided(role, rule);
            }
        }
        throw new IllegalStateException("the last rule always decides");
    }

    /** What this rule alone says, or null for nothing. */
    @Nullable
    MemberRole says(RoleFacts facts) {
        return decision.apply(facts);
    }

    /** Whether an administrator may switch it off; what a trainer assigned and the last rule always hold. */
    public boolean optional() {
        return this != ASSIGNED && this != OTHERWISE;
    }

    /** What a Learner is; a course whose purpose nobody has said is taken for the one with fewer rights. */
    static MemberRole learner(@Nullable Purpose purpose) {
        return Optional.ofNullable(purpose).orElse(Purpose.COLLABORATION).learner();
    }

    private static @Nullable MemberRole ofLink(@Nullable String custom) {
        return switch (custom == null ? "" : custom) {
            case "coach" -> MemberRole.COACH;
            case "participant" -> MemberRole.PARTICIPANT;
            default -> null;
        };
    }
}
