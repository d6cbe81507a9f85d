package org.peercoach.course.launch;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.MemberRole;
import org.peercoach.lti.LtiRole;

/**
 * A rule that an administrator wrote: whom it is about, and what they are.
 *
 * @param id unique within its {@link RuleSet}; stored with the members whom it decided
 * @param parameter name of the custom parameter, or empty for the kinds that know it themselves
 * @param value what is compared: a role in any spelling, a text, a role's name in Canvas, a group's number in Moodle
 */
public record OwnRule(int id, Kind kind, String parameter, String value, MemberRole role) {

    /** Names of a person's roles in Canvas, also those that a district made itself. */
    public static final String CANVAS_ROLES = "canvas_roles";
    /** Numbers of a person's groups in a Moodle course. */
    public static final String MOODLE_GROUPS = "pc_groups";

    static final int LONGEST = 200;

    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern SUB_ROLE = Pattern.compile("[A-Za-z]{1,40}#[A-Za-z]{1,40}");
    private static final String SUB_ROLES = "http://purl.imsglobal.org/vocab/lis/v2/membership/";
    /** Custom parameters may grant these, never more (ruling 7); a teacher can write them on a link. */
    private static final Set<MemberRole> MODEST =
            EnumSet.of(MemberRole.COACH, MemberRole.PARTICIPANT, MemberRole.OBSERVER);

    /** What a rule looks at. */
    public enum Kind {
        /** A role of the vocabulary, its sub-roles included. */
        ROLE,
        /** One sub-role. */
        SUB_ROLE,
        CUSTOM_EQUALS,
        CUSTOM_CONTAINS,
        CANVAS_ROLE,
        MOODLE_GROUP;

        /** Whether the rule needs the name of a custom parameter. */
        public boolean namesParameter() {
            return this == CUSTOM_EQUALS || this == CUSTOM_CONTAINS;
        }
    }

    public OwnRule {
        parameter = kind.namesParameter() ? parameter.strip() : "";
        value = value.strip();
    }

    /** What is wrong with this rule: the end of a message key, or empty. */
    public Optional<String> fault() {
        if (value.isEmpty() || value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("value");
        }
        return switch (kind) {
            case ROLE, SUB_ROLE -> faultOfRole();
            case CUSTOM_EQUALS, CUSTOM_CONTAINS ->
                PARAMETER.matcher(parameter).matches() ? tooMuch("custom") : Optional.of("parameter");
            case MOODLE_GROUP -> value.matches("[0-9]{1,18}") ? tooMuch("custom") : Optional.of("group");
            case CANVAS_ROLE -> value.contains(",") ? Optional.of("comma") : tooMuch("custom");
        };
    }

    /** Which custom parameter it reads, or null. */
    @Nullable
    String reads() {
        return switch (kind) {
            case ROLE, SUB_ROLE -> null;
            case CUSTOM_EQUALS, CUSTOM_CONTAINS -> parameter;
            case CANVAS_ROLE -> CANVAS_ROLES;
            case MOODLE_GROUP -> MOODLE_GROUPS;
        };
    }

    /**
     * Whether the rule is about this person. What anybody can write on a link never takes the course from whoever runs
     * it; a Canvas role's name may, for it comes together with its base role.
     */
    boolean isAbout(RoleFacts facts) {
        return switch (kind) {
            case ROLE, SUB_ROLE ->
                wanted().filter(role -> inCourse(role) || !facts.runsCourse())
                        .filter(facts::tells)
                        .isPresent();
            case CUSTOM_EQUALS ->
                !facts.runsCourse() && value.equalsIgnoreCase(facts.custom().get(parameter));
            case CUSTOM_CONTAINS ->
                !facts.runsCourse() && contains(facts.custom().getOrDefault(parameter, ""));
            case CANVAS_ROLE -> facts.listed(CANVAS_ROLES).stream().anyMatch(value::equalsIgnoreCase);
            case MOODLE_GROUP ->
                !facts.runsCourse() && facts.listed(MOODLE_GROUPS).contains(value);
        };
    }

    /** What a rule of this kind may grant at most. */
    public static List<MemberRole> grants(Kind kind) {
        return kind == Kind.ROLE || kind == Kind.SUB_ROLE ? Arrays.asList(MemberRole.values()) : List.copyOf(MODEST);
    }

    private boolean contains(String text) {
        return text.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
    }

    private Optional<String> faultOfRole() {
        Optional<LtiRole> wanted = wanted();
        if (wanted.isEmpty()) {
            return Optional.of("role");
        }
        if (kind == Kind.SUB_ROLE && wanted.get().subRole() == null) {
            return Optional.of("sub-role");
        }
        // roles of the whole institution say little about one course (LTI-T22)
        return inCourse(wanted.get()) ? Optional.empty() : tooMuch("institution");
    }

    private Optional<String> tooMuch(String why) {
        return MODEST.contains(role) ? Optional.empty() : Optional.of("too-much." + why);
    }

    private Optional<LtiRole> wanted() {
        return LtiRole.parse(SUB_ROLE.matcher(value).matches() ? SUB_ROLES + value : value);
    }

    private static boolean inCourse(LtiRole role) {
        return role.scope() == LtiRole.Scope.CONTEXT;
    }
}
