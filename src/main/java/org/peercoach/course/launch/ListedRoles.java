package org.peercoach.course.launch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.MemberRole;
import org.peercoach.lti.LtiRole;
import org.springframework.stereotype.Component;

/**
 * The role rules for people whom the LMS's list names. The list tells no custom parameters, so for those who have not
 * opened the tool yet rules that look at a link decide at the first launch only.
 */
@Component
public class ListedRoles {

    /**
     * The course of the list.
     *
     * @param deployment our id of the deployment it is read through
     * @param family the platform's product family, or null
     * @param purpose what the course is for, or null while nobody has said
     */
    public record Place(
            long course,
            long deployment,
            @Nullable String family,
            @Nullable Purpose purpose) {}

    /** @param reason name of the rule that decided, as it is stored with a member */
    public record Decided(MemberRole role, String reason) {}

    private final RoleDecision rules;

    ListedRoles(RoleDecision rules) {
        this.rules = rules;
    }

    /** What somebody with these roles is of whom no launch has told more. */
    public Decided decide(List<String> roles, Place place) {
        return decide(roles, Map.of(), place);
    }

    /** What somebody is whose last launch told these roles and {@link KeptCustom custom parameters}. */
    public Decided decide(List<String> roles, Map<String, String> custom, Place place) {
        RoleFacts facts = RoleFacts.of(roles, custom, place.family(), place.purpose(), null);
        RulesInForce.Decided decided = rules.decide(facts, new RolePlace(place.deployment(), place.course()));
        return new Decided(decided.role(), decided.reason());
    }

    /** Whether this is a platform's pretended learner (LTI-T23). */
    public boolean pretended(List<String> roles) {
        return parsed(roles).stream().anyMatch(role -> role.name().equals("TestUser"));
    }

    private static List<LtiRole> parsed(List<String> roles) {
        return roles.stream().map(LtiRole::parse).flatMap(Optional::stream).toList();
    }
}
