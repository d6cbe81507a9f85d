package org.peercoach.course.launch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.MemberRole;
import org.peercoach.lti.LtiLaunch;
import org.peercoach.lti.LtiRole;

/**
 * What the role rules look at.
 *
 * @param roles all roles of the launch that we know, of every scope
 * @param custom custom parameters of the launch
 * @param family the platform's product family in small letters, or ""
 * @param purpose what the course is for, or null while nobody has said
 * @param explicit what a trainer assigned in the tool, or null
 */
public record RoleFacts(
        List<LtiRole> roles,
        Map<String, String> custom,
        String family,
        @Nullable Purpose purpose,
        @Nullable MemberRole explicit) {

    private static final Set<String> COACH_NAMES = Set.of("coach", "peer coach");

    static RoleFacts of(LtiLaunch launch, @Nullable Purpose purpose, @Nullable MemberRole explicit) {
        return of(launch.roles(), launch.custom(), launch.platform().productFamily(), purpose, explicit);
    }

    /** The same for roles in any spelling from elsewhere; unknown ones are left out (LTI-T21). */
    public static RoleFacts of(
            List<String> roles,
            Map<String, String> custom,
            @Nullable String family,
            @Nullable Purpose purpose,
            @Nullable MemberRole explicit) {
        List<LtiRole> known =
                roles.stream().map(LtiRole::parse).flatMap(Optional::stream).toList();
        String small = Objects.requireNonNullElse(family, "").toLowerCase(Locale.ROOT);
        return new RoleFacts(known, custom, small, purpose, explicit);
    }

    /** Whether somebody has this role, or a sub-role of it if it names none. */
    boolean tells(LtiRole wanted) {
        return roles.stream()
                .anyMatch(role -> role.scope() == wanted.scope()
                        && role.name().equalsIgnoreCase(wanted.name())
                        && (wanted.subRole() == null || wanted.subRole().equalsIgnoreCase(role.subRole())));
    }

    /** The parts of a custom parameter that is a list with commas. */
    List<String> listed(String parameter) {
        return Arrays.stream(custom.getOrDefault(parameter, "").split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Whether the course itself gives one of these roles; institution and system roles never count (LTI-T22). */
    public boolean has(String... names) {
        return inCourse().anyMatch(role -> Arrays.asList(names).contains(role.name()));
    }

    /** Whether the course gives one of these sub-roles of a principal role. */
    boolean hasSub(String principal, String... subRoles) {
        return inCourse()
                .anyMatch(role -> role.name().equals(principal)
                        && role.subRole() != null
                        && Arrays.asList(subRoles).contains(role.subRole()));
    }

    public boolean runsCourse() {
        return has("Instructor", "Administrator");
    }

    /** On these, Mentor is a parent or observer, or it is not known what it is. */
    boolean mentorsOnlyWatch() {
        return family.equals("canvas") || family.startsWith("blackboard");
    }

    /** Whether the Canvas role names hold one that means coach; Canvas sends custom roles no other way. */
    boolean namedCoach() {
        return listed(OwnRule.CANVAS_ROLES).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(COACH_NAMES::contains);
    }

    /** Whether the person looks after the platform itself: never a right in a course, only in the district. */
    boolean administersPlatform() {
        boolean named = roles.stream()
                .filter(role -> role.scope() != LtiRole.Scope.CONTEXT)
                .anyMatch(role ->
                        Set.of("Administrator", "AccountAdmin", "SysAdmin").contains(role.name()));
        // Canvas calls the administrator of any sub-account so; its root accounts can be told apart
        return named && !"false".equals(custom.get("account_admin"));
    }

    /** Whether this is a platform's pretended learner (LTI-T23). */
    boolean pretended() {
        return roles.stream().anyMatch(role -> role.name().equals("TestUser"));
    }

    private java.util.stream.Stream<LtiRole> inCourse() {
        return roles.stream().filter(role -> role.scope() == LtiRole.Scope.CONTEXT);
    }
}
