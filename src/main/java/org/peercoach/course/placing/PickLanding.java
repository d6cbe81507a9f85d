package org.peercoach.course.placing;

import java.util.Optional;
import java.util.Set;
import org.peercoach.course.LandingRule;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.lti.DeepLinkingService;
import org.peercoach.lti.LtiLaunch;
import org.peercoach.lti.LtiRole;
import org.peercoach.shared.ProblemPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * A launch that asks for something to place ends at the picker, for whoever builds the course in the LMS (LTI-D1): an
 * instructor, an administrator or a content developer of the course, or somebody who is a trainer here. What the person
 * is otherwise here does not matter: Canvas calls a custom role "Coach" an instructor when it is based on Teacher.
 */
@Component
class PickLanding implements LandingRule {

    private static final Set<String> BUILDERS = Set.of("Instructor", "Administrator", "ContentDeveloper");

    private final Pickings pickings;

    PickLanding(Pickings pickings) {
        this.pickings = pickings;
    }

    @Override
    public Optional<String> path(LtiLaunch launch, Member member) {
        LtiLaunch.DeepLinking asked = launch.deepLinking();
        if (asked == null || !DeepLinkingService.REQUEST.equals(launch.messageType())) {
            return Optional.empty();
        }
        if (member.role() != MemberRole.TRAINER && !buildsCourse(launch)) {
            throw ProblemPage.of(HttpStatus.FORBIDDEN, "PICK-ROLE", "course.pick.problem.role")
                    .framedBy(launch.frameOrigins())
                    .thrown();
        }
        return Optional.of(member.path("/pick/" + pickings.begin(launch, asked, member)));
    }

    /** Roles in the institution never count (LTI-T22). */
    private static boolean buildsCourse(LtiLaunch launch) {
        return launch.roles().stream()
                .map(LtiRole::parse)
                .flatMap(Optional::stream)
                .anyMatch(role -> role.scope() == LtiRole.Scope.CONTEXT && BUILDERS.contains(role.name()));
    }
}
