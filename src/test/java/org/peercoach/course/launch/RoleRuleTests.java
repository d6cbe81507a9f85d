package org.peercoach.course.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.course.MemberRole;
import org.peercoach.lti.LtiRole;

/** LTI spec 3.6, ruling 7, LTI-T20 to T22 as a table: platform, roles, purpose -> role and the rule that decided. */
class RoleRuleTests {

    private static final Map<String, String> URIS = Map.of(
            "c:", "http://purl.imsglobal.org/vocab/lis/v2/membership#",
            "s:", "http://purl.imsglobal.org/vocab/lis/v2/membership/",
            "i:", "http://purl.imsglobal.org/vocab/lis/v2/institution/person#",
            "y:", "http://purl.imsglobal.org/vocab/lis/v2/system/person#",
            "t:", "http://purl.imsglobal.org/vocab/lti/system/person#");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            canvas  | c:Learner                                         | TRAINING      | COACH       | LEARNER
            canvas  | c:Learner                                         | COLLABORATION | PARTICIPANT | LEARNER
            canvas  | c:Learner                                         | -             | PARTICIPANT | LEARNER
            canvas  | c:Learner i:Instructor i:Administrator            | TRAINING      | COACH       | LEARNER
            canvas  | c:Learner t:TestUser                              | TRAINING      | COACH       | LEARNER
            canvas  | c:Instructor                                      | TRAINING      | TRAINER     | RUNS_COURSE
            canvas  | c:Instructor s:Instructor#TeachingAssistant       | TRAINING      | TRAINER     | TEACHING_ASSISTANT
            canvas  | s:Instructor#TeachingAssistant c:Instructor       | -             | TRAINER     | TEACHING_ASSISTANT
            canvas  | c:Mentor                                          | TRAINING      | OBSERVER    | WATCHING_MENTOR
            canvas  | c:Mentor s:Mentor#Mentor                          | TRAINING      | OBSERVER    | WATCHING_MENTOR
            canvas  | c:ContentDeveloper                                | TRAINING      | OBSERVER    | OTHERWISE
            canvas  | i:Administrator                                   | TRAINING      | OBSERVER    | OTHERWISE
            canvas  | c:Learner c:Member c:Manager                      | TRAINING      | COACH       | LEARNER
            moodle  | c:Instructor i:Administrator y:Administrator      | TRAINING      | TRAINER     | RUNS_COURSE
            moodle  | i:Administrator y:Administrator                   | TRAINING      | OBSERVER    | OTHERWISE
            moodle  | Learner                                           | TRAINING      | COACH       | LEARNER
            moodle  | Instructor                                        | TRAINING      | TRAINER     | RUNS_COURSE
            moodle  | i:Instructor                                      | TRAINING      | OBSERVER    | OTHERWISE
            moodle  | urn:lti:role:ims/lis/Learner                      | TRAINING      | COACH       | LEARNER
            moodle  | urn:lti:instrole:ims/lis/Instructor               | TRAINING      | OBSERVER    | OTHERWISE
            moodle  | c:Instructor                                      | COLLABORATION | TRAINER     | RUNS_COURSE
            moodle  | c:Learner                                         | COLLABORATION | PARTICIPANT | LEARNER
            moodle  | http://purl.imsglobal.org/vocab/lis/v2/person#Administrator | TRAINING | OBSERVER | OTHERWISE
            canvas  | y:SysAdmin i:Administrator                        | TRAINING      | OBSERVER    | OTHERWISE
            canvas  | c:Member c:Manager                                | TRAINING      | PARTICIPANT | COURSE_MEMBER
            canvas  | s:Instructor#Grader                               | TRAINING      | TRAINER     | TEACHING_ASSISTANT
            desire2learn | s:Mentor#Tutor                               | TRAINING      | COACH       | FACILITATOR
            desire2learn | s:Mentor#Advisor                             | TRAINING      | COACH       | FACILITATOR
            -       | s:Learner#NonCreditLearner                        | TRAINING      | PARTICIPANT | GUEST_LEARNER
            -       | s:Learner#ExternalLearner                         | TRAINING      | PARTICIPANT | GUEST_LEARNER
            -       | c:Manager                                         | TRAINING      | OBSERVER    | OTHERWISE
            desire2learn | c:Mentor                                     | TRAINING      | COACH       | MENTOR
            desire2learn | s:Mentor#LearningFacilitator                 | COLLABORATION | COACH       | FACILITATOR
            desire2learn | s:Mentor#Auditor                             | TRAINING      | COACH       | MENTOR
            desire2learn | c:Mentor c:Instructor                        | TRAINING      | TRAINER     | RUNS_COURSE
            BlackboardLearn | c:Mentor                                  | TRAINING      | OBSERVER    | WATCHING_MENTOR
            -       | c:Administrator                                   | -             | TRAINER     | RUNS_COURSE
            -       | s:Learner#GuestLearner                            | TRAINING      | PARTICIPANT | GUEST_LEARNER
            -       | s:Learner#Instructor                              | TRAINING      | COACH       | LEARNER
            -       | c:Learner c:Instructor                            | TRAINING      | TRAINER     | RUNS_COURSE
            -       | c:Member                                          | TRAINING      | PARTICIPANT | COURSE_MEMBER
            -       | c:Officer                                         | TRAINING      | OBSERVER    | OTHERWISE
            -       | https://example.org/roles#Wizard                  | TRAINING      | OBSERVER    | OTHERWISE
            -       | -                                                 | TRAINING      | OBSERVER    | OTHERWISE
            """)
    @DisplayName("LTI-T21, T22: context roles in every spelling decide; those of institution and system grant nothing")
    void decideWhenLmsTellsRolesThenFirstRuleDecides(
            @Nullable String family,
            @Nullable String roles,
            @Nullable Purpose purpose,
            MemberRole expected,
            RoleRule rule) {
        assertThat(RoleRule.decide(facts(family, roles, purpose, Map.of())))
                .isEqualTo(new RoleRule.Decided(expected, rule));
    }

    @Test
    void decideWhenRolesClaimHoldsAnEmptyTextThenObserver() {
        RoleFacts facts = new RoleFacts(parse(""), Map.of(), "", Purpose.TRAINING, null);
        assertThat(RoleRule.decide(facts).role()).isEqualTo(MemberRole.OBSERVER);
    }

    @ParameterizedTest
    @CsvSource({
        "coach, COACH",
        "participant, PARTICIPANT",
        "trainer, PARTICIPANT",
        "TRAINER, PARTICIPANT",
        "leader, PARTICIPANT",
        "administrator, PARTICIPANT",
        "$pc_role, PARTICIPANT"
    })
    void decideWhenLinkNamesARoleThenCoachOrParticipantAtMost(String custom, MemberRole expected) {
        RoleFacts facts = facts("moodle", "c:Learner", Purpose.COLLABORATION, Map.of("pc_role", custom));
        assertThat(RoleRule.decide(facts).role()).isEqualTo(expected);
    }

    @Test
    void decideWhenTrainerOpensALinkForCoachesThenStaysTrainer() {
        RoleFacts facts = facts("moodle", "c:Instructor", Purpose.TRAINING, Map.of("pc_role", "coach"));
        assertThat(RoleRule.decide(facts)).isEqualTo(new RoleRule.Decided(MemberRole.TRAINER, RoleRule.RUNS_COURSE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Coach", "StudentEnrollment,Peer Coach", "TaEnrollment, peer coach"})
    void decideWhenCanvasRoleIsNamedCoachThenCoachWhateverItsBase(String names) {
        for (String base : List.of("c:Learner", "c:Instructor s:Instructor#TeachingAssistant")) {
            RoleFacts facts = facts("canvas", base, Purpose.COLLABORATION, Map.of("canvas_roles", names));
            assertThat(RoleRule.decide(facts)).isEqualTo(new RoleRule.Decided(MemberRole.COACH, RoleRule.CANVAS_COACH));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"StudentEnrollment", "Football Coach Assistant", ""})
    void decideWhenCanvasRoleIsNamedOtherwiseThenByItsBase(String names) {
        RoleFacts facts = facts("canvas", "c:Learner", Purpose.COLLABORATION, Map.of("canvas_roles", names));
        assertThat(RoleRule.decide(facts).role()).isEqualTo(MemberRole.PARTICIPANT);
    }

    @ParameterizedTest
    @EnumSource(MemberRole.class)
    void decideWhenAssignedHereThenThatBeatsAll(MemberRole assigned) {
        RoleFacts facts = new RoleFacts(
                parse("c:Instructor"), Map.of("pc_role", "participant"), "canvas", Purpose.TRAINING, assigned);
        assertThat(RoleRule.decide(facts)).isEqualTo(new RoleRule.Decided(assigned, RoleRule.ASSIGNED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            i:Administrator  | true
            y:Administrator  | true
            y:SysAdmin       | true
            y:AccountAdmin   | true
            c:Administrator  | false
            c:Instructor     | false
            i:Staff          | false
            """)
    @DisplayName("LTI-T22: roles of institution and system decide who administers, those of the course never")
    void administersPlatformWhenInstitutionOrSystemSaysSoThenOnlyThen(String roles, boolean expected) {
        assertThat(facts("moodle", roles, null, Map.of()).administersPlatform()).isEqualTo(expected);
    }

    @Test
    void administersPlatformWhenCanvasDeniesTheRootAccountThenNot() {
        assertThat(facts("canvas", "i:Administrator", null, Map.of("account_admin", "false"))
                        .administersPlatform())
                .isFalse();
        assertThat(facts("canvas", "i:Administrator", null, Map.of("account_admin", "true"))
                        .administersPlatform())
                .isTrue();
    }

    private static RoleFacts facts(
            @Nullable String family, @Nullable String roles, @Nullable Purpose purpose, Map<String, String> custom) {
        String known = family == null ? "" : family.toLowerCase(java.util.Locale.ROOT);
        return new RoleFacts(roles == null ? List.of() : parse(roles), custom, known, purpose, null);
    }

    private static List<LtiRole> parse(String roles) {
        return Arrays.stream(roles.split(" "))
                .map(role -> URIS.entrySet().stream()
                        .filter(prefix -> role.startsWith(prefix.getKey()))
                        .map(prefix -> prefix.getValue() + role.substring(2))
                        .findFirst()
                        .orElse(role))
                .map(LtiRole::parse)
                .flatMap(Optional::stream)
                .toList();
    }
}
