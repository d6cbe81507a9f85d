package org.peercoach.course.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.course.MemberRole;
import org.peercoach.course.launch.OwnRule.Kind;
import org.peercoach.course.launch.RulesInForce.Decided;

/** Own rules between what a trainer assigned and the usual rules, as a table; LTI spec 3.6, ruling 7, LTI-T21 and T22. */
class RulesInForceTests {

    private static final String C = "http://purl.imsglobal.org/vocab/lis/v2/membership#";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ROLE            | Learner                          | c:Learner                  | -                     | true
            ROLE            | learner                          | c:Learner                  | -                     | true
            ROLE            | c:Learner                        | Learner                    | -                     | true
            ROLE            | urn:lti:role:ims/lis/Learner     | c:Learner                  | -                     | true
            ROLE            | Mentor                           | s:Mentor#Tutor             | -                     | true
            ROLE            | Mentor                           | c:Learner                  | -                     | false
            ROLE            | Instructor                       | i:Instructor c:Learner     | -                     | false
            ROLE            | i:Staff                          | i:Staff c:Learner          | -                     | true
            ROLE            | i:Staff                          | i:Staff c:Instructor       | -                     | false
            SUB_ROLE        | Mentor#Tutor                     | s:Mentor#Tutor             | -                     | true
            SUB_ROLE        | s:Mentor#Tutor                   | s:Mentor#Tutor             | -                     | true
            SUB_ROLE        | urn:lti:role:ims/lis/Mentor/Tutor | s:Mentor#Tutor            | -                     | true
            SUB_ROLE        | Mentor#Tutor                     | c:Mentor                   | -                     | false
            CUSTOM_EQUALS   | coach                            | c:Learner                  | audience=coach        | true
            CUSTOM_EQUALS   | coach                            | c:Learner                  | audience=coaches      | false
            CUSTOM_EQUALS   | coach                            | c:Instructor               | audience=coach        | false
            CUSTOM_CONTAINS | coach                            | c:Learner                  | audience=coaches      | true
            CUSTOM_CONTAINS | coach                            | c:Learner                  | -                     | false
            CANVAS_ROLE     | Lead Teacher                     | c:Learner                  | canvas_roles=A,lead teacher | true
            CANVAS_ROLE     | Lead                             | c:Learner                  | canvas_roles=A,lead teacher | false
            CANVAS_ROLE     | Lead                             | c:Instructor               | canvas_roles=Lead     | true
            MOODLE_GROUP    | 2                                | c:Learner                  | pc_groups=1,2         | true
            MOODLE_GROUP    | 2                                | c:Learner                  | pc_groups=12          | false
            MOODLE_GROUP    | 2                                | c:Learner                  | pc_groups=            | false
            MOODLE_GROUP    | 2                                | c:Instructor               | pc_groups=2           | false
            """)
    void decideWhenAnOwnRuleIsAboutThePersonThenItDecides(
            Kind kind, String value, String roles, @Nullable String custom, boolean about) {
        OwnRule rule = new OwnRule(3, kind, "audience", uri(value), MemberRole.OBSERVER);
        assertThat(rule.fault()).isEmpty();
        Decided decided = rules(set(rule), RuleSet.EMPTY).decide(facts(roles, custom, null));
        assertThat(decided.reason().equals("COURSE-3")).isEqualTo(about);
        assertThat(rules(RuleSet.EMPTY, set(rule))
                        .decide(facts(roles, custom, null))
                        .reason()
                        .equals("LMS-3"))
                .isEqualTo(about);
    }

    @ParameterizedTest
    @EnumSource(MemberRole.class)
    void decideWhenAssignedThenThatBeatsEveryRule(MemberRole assigned) {
        RulesInForce rules = rules(set(own(1, "Learner", MemberRole.OBSERVER)), RuleSet.EMPTY);
        assertThat(rules.decide(facts("c:Learner", null, assigned))).isEqualTo(new Decided(assigned, "ASSIGNED"));
    }

    @Test
    void decideWhenCourseAndLmsBothHaveARuleThenTheCoursesDecidesAndTheFirstOfEach() {
        RuleSet course = set(own(1, "Member", MemberRole.COACH));
        RuleSet lms = set(own(7, "Learner", MemberRole.LEADER), own(8, "Learner", MemberRole.COACH));
        assertThat(rules(course, lms)
                        .decide(facts("c:Learner c:Member", null, null))
                        .reason())
                .isEqualTo("COURSE-1");
        assertThat(rules(course, lms).decide(facts("c:Learner", null, null)))
                .isEqualTo(new Decided(MemberRole.LEADER, "LMS-7"));
    }

    @Test
    void decideWhenUsualRulesAreOffThenTheNextDecidesAndTheLastAlways() {
        RuleSet off = new RuleSet(List.of(), Set.of(RoleRule.LEARNER));
        assertThat(rules(RuleSet.EMPTY, off)
                        .decide(facts("c:Learner c:Member", null, null))
                        .reason())
                .isEqualTo("COURSE_MEMBER");
        RuleSet more = new RuleSet(List.of(), Set.of(RoleRule.COURSE_MEMBER));
        assertThat(rules(more, off).decide(facts("c:Learner c:Member", null, null)))
                .isEqualTo(new Decided(MemberRole.OBSERVER, "OTHERWISE"));
    }

    @Test
    void ownRuleWhenItIsGoneThenEmpty() {
        RulesInForce rules = rules(set(own(1, "Member", MemberRole.COACH)), RuleSet.EMPTY);
        assertThat(rules.ownRule("COURSE-1")).isPresent();
        assertThat(rules.ownRule("COURSE-2")).isEmpty();
        assertThat(rules.ownRule("LMS-1")).isEmpty();
        assertThat(rules.ownRule("LEARNER")).isEmpty();
    }

    @Test
    void parseWhenFormattedThenTheSame() {
        RuleSet set = new RuleSet(
                List.of(new OwnRule(4, Kind.CUSTOM_EQUALS, "a.b", "x “y” <z>", MemberRole.COACH)),
                Set.of(RoleRule.MENTOR));
        assertThat(RuleSet.parse(set.format())).isEqualTo(set);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "{\"own\":[{\"id\":1,\"kind\":\"ROLE\",\"value\":\"\",\"role\":\"COACH\"}],\"off\":[]}",
                "{\"own\":[{\"id\":1,\"kind\":\"MOODLE_GROUP\",\"value\":\"1\",\"role\":\"TRAINER\"}],\"off\":[]}",
                "{\"own\":[{\"id\":1,\"kind\":\"ROLE\",\"value\":\"Learner\",\"role\":\"ADMINISTRATOR\"}],\"off\":[]}",
                "{\"own\":[],\"off\":[\"OTHERWISE\"]}",
                "{\"own\":[],\"off\":[\"ASSIGNED\"]}"
            })
    void parseWhenNoSetOfRulesThenRefused(String text) {
        assertThatThrownBy(() -> RuleSet.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keptWhenALaunchTellsMoreThenOnlyWhatRulesRead() {
        Map<String, String> custom = Map.of("pc_groups", "1", "audience", "x", "email", "mary@example.org");
        RulesInForce rules =
                rules(set(new OwnRule(1, Kind.CUSTOM_EQUALS, "audience", "x", MemberRole.COACH)), RuleSet.EMPTY);
        String kept = KeptCustom.of(custom, rules);
        assertThat(KeptCustom.read(kept, MemberRole.COACH, "LEARNER"))
                .isEqualTo(Map.of("pc_groups", "1", "audience", "x"));
        assertThat(KeptCustom.of(Map.of("pc_groups", "9".repeat(9000)), rules).length())
                .isLessThan(4000);
    }

    private static RulesInForce rules(RuleSet course, RuleSet lms) {
        return new RulesInForce(course, lms);
    }

    private static RuleSet set(OwnRule... rules) {
        return new RuleSet(List.of(rules), Set.of());
    }

    private static OwnRule own(int id, String role, MemberRole result) {
        return new OwnRule(id, Kind.ROLE, "", role, result);
    }

    private static String uri(String role) {
        return role.replaceFirst("^c:", C)
                .replaceFirst("^s:", C.replace("#", "/"))
                .replaceFirst("^i:", "http://purl.imsglobal.org/vocab/lis/v2/institution/person#");
    }

    private static RoleFacts facts(String roles, @Nullable String custom, @Nullable MemberRole explicit) {
        List<String> all = java.util.Arrays.stream(roles.split(" "))
                .map(RulesInForceTests::uri)
                .toList();
        Map<String, String> values = custom == null
                ? Map.of()
                : Map.of(custom.substring(0, custom.indexOf('=')), custom.substring(custom.indexOf('=') + 1));
        return RoleFacts.of(all, values, "", Purpose.TRAINING, explicit);
    }
}
