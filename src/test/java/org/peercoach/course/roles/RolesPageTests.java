package org.peercoach.course.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoach.fixture.TestRoles.INSTRUCTOR;
import static org.peercoach.fixture.TestRoles.LEARNER;
import static org.peercoach.fixture.TestRoles.MEMBER;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.Roster;
import org.peercoach.course.launch.OwnRule;
import org.peercoach.course.launch.OwnRule.Kind;
import org.peercoach.course.launch.RoleRule;
import org.peercoach.course.launch.RuleSet;
import org.peercoach.course.session.Utc;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.Statements;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.peercoach.fixture.TestMembers.TestLaunch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Role rules from the administrator's form to the member's page. */
@ApplicationTest
class RolesPageTests {

    @Autowired
    TestMembers members;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Roster roster;

    @Autowired
    SecondLook secondLook;

    @Test
    void saveWhenARuleNamesALmsRoleThenMembersAndLaunchesFollowIt() {
        TestCourse course = district(members.course());
        SignedIn ada = course.administrator("Ada Park");
        SignedIn ben = course.signIn("Ben Hill", null, MEMBER);
        assertThat(ben.member().role()).isEqualTo(MemberRole.PARTICIPANT);

        HttpResponse<String> added =
                add(ada, lms(ada, course), RuleSet.EMPTY, Kind.ROLE, "Member", MemberRole.OBSERVER);
        assertThat(added.body()).contains("Not saved yet", "LMS role “Member”");
        RuleSet draft = set(rule(1, Kind.ROLE, "Member", MemberRole.OBSERVER));
        assertThat(post(ada, lms(ada, course) + "/effect", draft, 0).body())
                .contains("1 person changes in 1 course", "Participant", "Observer");
        assertThat(roleOf(ben)).as("nothing is saved before").isEqualTo(MemberRole.PARTICIPANT);

        assertThat(post(ada, lms(ada, course), draft, 0).statusCode()).isEqualTo(302);
        assertThat(roleOf(ben)).isEqualTo(MemberRole.OBSERVER);
        assertThat(course.signIn("Cleo Ray", null, MEMBER).member().role()).isEqualTo(MemberRole.OBSERVER);
        assertThat(ben.get(ben.at("/why")).body())
                .contains("The administrators of your district have made a rule", "LMS role “Member”");
        assertThat(audit(course, "roles.changed")).singleElement().asString().contains("1 people", "Member");
    }

    @Test
    void undoWhenRulesWereChangedThenTheFormerOnesHoldOnce() {
        TestCourse course = district(members.course());
        SignedIn ada = course.administrator("Ada Park");
        SignedIn ben = course.signIn("Ben Hill", null, MEMBER);
        String page = lms(ada, course);
        post(ada, page, set(rule(1, Kind.ROLE, "Member", MemberRole.COACH)), 0);
        assertThat(roleOf(ben)).isEqualTo(MemberRole.COACH);
        assertThat(ada.get(page).body()).contains("id=\"undo\"");
        send(ada, page + "/undo", Map.of());
        assertThat(roleOf(ben)).isEqualTo(MemberRole.PARTICIPANT);
        assertThat(ada.get(page).body()).doesNotContain("id=\"undo\"");
        assertThat(audit(course, "roles.undone")).hasSize(1);
    }

    @Test
    void saveWhenACourseHasRulesOfItsOwnThenTheyComeFirst() {
        TestCourse course = district(members.course());
        SignedIn ada = course.administrator("Ada Park");
        SignedIn ben = course.signIn("Ben Hill", null, MEMBER);
        SignedIn dora = course.sibling().signIn("Dora Lee", null, MEMBER);
        post(ada, lms(ada, course), set(rule(1, Kind.ROLE, "Member", MemberRole.COACH)), 0);
        post(ada, own(ada), set(rule(1, Kind.ROLE, "Member", MemberRole.OBSERVER)), 0);
        assertThat(roleOf(ben)).isEqualTo(MemberRole.OBSERVER);
        assertThat(roleOf(dora)).isEqualTo(MemberRole.COACH);
        assertThat(ada.get("/d/" + ada.member().district() + "/roles").body())
                .contains("Lincoln Cohort 3", "1 rule of your own");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SUB_ROLE        |         | Learner#GuestLearner | COACH       | COACH
            SUB_ROLE        |         | Learner#Instructor   | COACH       | PARTICIPANT
            CUSTOM_EQUALS   | audience| coach                | COACH       | COACH
            CUSTOM_EQUALS   | audience| coa                  | COACH       | PARTICIPANT
            CUSTOM_CONTAINS | audience| coa                  | COACH       | COACH
            CUSTOM_CONTAINS | other   | coa                  | COACH       | PARTICIPANT
            CANVAS_ROLE     |         | instructional lead   | COACH       | COACH
            CANVAS_ROLE     |         | lead                 | COACH       | PARTICIPANT
            MOODLE_GROUP    |         | 12                   | COACH       | COACH
            MOODLE_GROUP    |         | 1                    | COACH       | PARTICIPANT
            """)
    void launchWhenARuleOfEachKindIsAboutThePersonThenOnlyThen(
            Kind kind, @Nullable String parameter, String value, MemberRole role, MemberRole expected) {
        TestCourse course = district(members.course());
        SignedIn ada = course.administrator("Ada Park");
        OwnRule rule = new OwnRule(1, kind, parameter == null ? "" : parameter, value, role);
        assertThat(post(ada, lms(ada, course), set(rule), 0).statusCode()).isEqualTo(302);
        Map<String, String> custom =
                Map.of("audience", "coach", "canvas_roles", "Student, Instructional Lead", "pc_groups", "7,12");
        members.open(new TestLaunch(course, "Ben Hill")
                .roles("http://purl.imsglobal.org/vocab/lis/v2/membership/Learner#GuestLearner")
                .custom(custom)
                .build());
        assertThat(storedRole(course, "Ben Hill")).isEqualTo(expected);
        // what anybody may write on a link does not take the course from whoever runs it
        members.open(new TestLaunch(course, "Tom Trainer")
                .roles(INSTRUCTOR)
                .custom(Map.of("audience", "coach", "pc_groups", "12"))
                .build());
        assertThat(storedRole(course, "Tom Trainer")).isEqualTo(MemberRole.TRAINER);
    }

    @Test
    void saveWhenValuesOfTheLastLaunchAreKeptThenChangedRulesApplyBeforeTheNext() {
        TestCourse course = district(members.course());
        SignedIn ada = course.administrator("Ada Park");
        members.open(new TestLaunch(course, "Ben Hill")
                .roles(LEARNER)
                .custom(Map.of("pc_groups", "7,12", "pc_purpose", "collaboration", "secret", "x"))
                .build());
        SignedIn link = course.signIn("Lea Link", "participant", LEARNER);
        post(ada, own(ada), set(rule(1, Kind.MOODLE_GROUP, "12", MemberRole.OBSERVER)), 0);
        assertThat(storedRole(course, "Ben Hill")).isEqualTo(MemberRole.OBSERVER);
        assertThat(roleOf(link)).as("what a link said stays").isEqualTo(MemberRole.PARTICIPANT);
        assertThat(jdbc.sql("select lms_custom from course_member m join course_person p on p.id = m.person_id"
                                + " where p.sub = 'Ben Hill' and m.course_id = ?")
                        .param(ada.member().course().value())
                        .query(String.class)
                        .single())
                .doesNotContain("secret")
                .contains("pc_groups");
    }

    @Test
    void saveWhenNobodyWouldBeTrainerThenRefusedWithTheCourse() {
        TestCourse course = district(members.course());
        SignedIn ada = course.administrator("Ada Park");
        RuleSet lockOut = set(rule(1, Kind.ROLE, "Instructor", MemberRole.OBSERVER));
        HttpResponse<String> refused = post(ada, lms(ada, course), lockOut, 0);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("No trainer would be left in “Lincoln Cohort 3”")
                .doesNotContain("id=\"save\"");
        assertThat(roleOf(ada)).isEqualTo(MemberRole.TRAINER);
        RuleSet off = RuleSet.EMPTY.toggled(RoleRule.RUNS_COURSE).toggled(RoleRule.TEACHING_ASSISTANT);
        assertThat(post(ada, lms(ada, course) + "/effect", off, 0).body()).contains("Nobody could ever be a trainer");
    }

    @Test
    void saveWhenEveryLearnerWouldBeTrainerThenRefused() {
        TestCourse course = district(members.course());
        SignedIn ada = course.administrator("Ada Park");
        for (OwnRule rule : List.of(
                rule(1, Kind.ROLE, "Learner", MemberRole.TRAINER), rule(1, Kind.ROLE, LEARNER, MemberRole.TRAINER))) {
            HttpResponse<String> refused = post(ada, lms(ada, course), set(rule), 0);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("Every learner would be a trainer");
        }
        course.signIn("Ben Hill", null, "http://purl.imsglobal.org/vocab/lis/v2/membership/Learner#GuestLearner");
        HttpResponse<String> refused =
                post(ada, own(ada), set(rule(1, Kind.SUB_ROLE, "Learner#GuestLearner", MemberRole.TRAINER)), 0);
        assertThat(refused.body()).contains("Every learner would be a trainer");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CUSTOM_EQUALS | audience | boss                        | TRAINER | never more
            CUSTOM_EQUALS | audience | boss                        | LEADER  | never more
            MOODLE_GROUP  |          | 12                          | TRAINER | never more
            CANVAS_ROLE   |          | Boss                        | TRAINER | never more
            ROLE          |          | urn:lti:instrole:ims/lis/Staff | TRAINER | whole institution
            ROLE          |          | a role of ours              | COACH   | no role that an LMS can send
            SUB_ROLE      |          | Mentor                      | COACH   | two parts
            MOODLE_GROUP  |          | Coaches                     | COACH   | by their number
            CUSTOM_EQUALS | a b      | x                           | COACH   | Name the custom parameter
            """)
    void addWhenARuleCannotBeMeantThenSaysWhyAndKeepsTheInput(
            Kind kind, @Nullable String parameter, String value, MemberRole role, String words) {
        TestCourse course = district(members.course());
        SignedIn ada = course.administrator("Ada Park");
        HttpResponse<String> refused = send(
                ada,
                lms(ada, course) + "/add",
                new HashMap<>(Map.of(
                        "draft",
                        RuleSet.EMPTY.format(),
                        "version",
                        "0",
                        "kind",
                        kind.name(),
                        "parameter",
                        parameter == null ? "" : parameter,
                        "value",
                        value,
                        "role",
                        role.name())));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(words, "value=\"" + value + "\"");
        OwnRule rule = new OwnRule(1, kind, parameter == null ? "" : parameter, value, role);
        assertThat(post(ada, lms(ada, course), set(rule), 0).statusCode())
                .as("a draft written by hand")
                .isEqualTo(400);
    }

    @Test
    void saveWhenSomebodyElseSavedMeanwhileThenNothingIsLost() {
        TestCourse course = district(members.course());
        SignedIn ada = course.administrator("Ada Park");
        String page = lms(ada, course);
        RuleSet first = set(rule(1, Kind.ROLE, "Member", MemberRole.COACH));
        assertThat(post(ada, page, first, 0).statusCode()).isEqualTo(302);
        HttpResponse<String> late = post(ada, page, set(rule(1, Kind.ROLE, "Member", MemberRole.OBSERVER)), 0);
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("Somebody else has changed these rules meanwhile");
        assertThat(ada.get(page).body()).contains("→ <span>Coach</span>");
        assertThat(post(ada, page, RuleSet.EMPTY, 1).statusCode()).isEqualTo(302);
    }

    @Test
    void draftWhenButtonsAreUsedThenMovesRemovesAndSwitches() {
        TestCourse course = district(members.course());
        SignedIn ada = course.administrator("Ada Park");
        RuleSet two =
                set(rule(1, Kind.ROLE, "Member", MemberRole.COACH), rule(2, Kind.ROLE, "Officer", MemberRole.OBSERVER));
        assertThat(act(ada, course, two, "down-0")).isSubsetOf("1. LMS role “Officer”", "2. LMS role “Member”");
        assertThat(act(ada, course, two, "remove-0")).isSubsetOf("1. LMS role “Officer”");
        assertThat(act(ada, course, two, "up-7")).hasSize(2);
        assertThat(act(ada, course, two, "switch-OTHERWISE")).hasSize(2);
        String page = send(
                        ada,
                        lms(ada, course) + "/draft",
                        Map.of("draft", two.format(), "version", "0", "act", "switch-MENTOR"))
                .body();
        assertThat(page).contains("Switched off here.", "Switch on: Mentor").doesNotContain("switch-OTHERWISE");
    }

    @Test
    void tryWhenALaunchOrClaimsAreGivenThenSaysWhatAndWhy() {
        TestCourse course = district(members.course());
        SignedIn ada = course.administrator("Ada Park");
        SignedIn mary = course.signIn("Mary Ellis", null, LEARNER);
        RuleSet draft = set(rule(1, Kind.ROLE, "Learner", MemberRole.OBSERVER));
        String launch =
                trial(ada, course, draft, mary.member().id().toString(), "").body();
        assertThat(launch).contains("Mary Ellis would be here as: Observer", "By your rule:", "At present: Coach");
        String claims = "{\"https://purl.imsglobal.org/spec/lti/claim/roles\":[\"Mentor\"],\"x\":\"<script>\"}";
        HttpResponse<String> pasted = trial(ada, course, draft, "", claims);
        assertThat(pasted.body())
                .contains("This person would be here as: Coach", "By a usual rule:".replace("a ", "the "))
                .doesNotContain("\"<script>\"");
        assertThat(trial(ada, course, draft, "", "no claims").statusCode()).isEqualTo(422);
        assertThat(trial(ada, course, draft, "", " ".repeat(10) + "{\"a\":\"" + "x".repeat(64 * 1024) + "\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void pagesWhenOfAnotherDistrictThenNotThere() {
        TestCourse course = district(members.course());
        SignedIn ada = course.administrator("Ada Park");
        TestCourse other = district(members.course());
        SignedIn eve = other.administrator("Eve Moss");
        SignedIn stranger = other.signIn("Ben Hill", null, LEARNER);
        String district = "/d/" + ada.member().district();
        String foreignLms = district + "/roles/lms/" + other.target().deploymentId();
        String foreignCourse = district + "/roles/courses/" + eve.member().course();
        for (String path : List.of(foreignLms, foreignCourse)) {
            assertThat(ada.get(path).statusCode()).isEqualTo(404);
            assertThat(post(ada, path, set(rule(1, Kind.ROLE, "Member", MemberRole.COACH)), 0)
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(trial(ada, course, RuleSet.EMPTY, stranger.member().id().toString(), "")
                        .statusCode())
                .as("somebody of another district")
                .isEqualTo(422);
        assertThat(eve.get(district + "/roles").statusCode()).isEqualTo(403);
        SignedIn tom = course.trainer("Tom Trainer");
        assertThat(tom.get(district + "/roles").statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("Role rules cost a warm launch no statement")
    void launchWhenWarmThenRulesCostNothing() {
        TestCourse course = district(members.course());
        SignedIn ada = course.administrator("Ada Park");
        post(ada, lms(ada, course), set(rule(1, Kind.CUSTOM_EQUALS, "coach", MemberRole.COACH)), 0);
        course.signIn("Mary Ellis", null, LEARNER);
        course.signIn("Mary Ellis", null, LEARNER);
        assertThat(Statements.during("course_", () -> members.open(course.launch("Mary Ellis", null, LEARNER))))
                .filteredOn(sql -> !sql.contains("from course_go")) // other tests' people may be on the way
                .hasSize(1);
    }

    @Test
    void saveWhenACourseHasMovedToAnotherConnectionThenItsOwnRulesStillComeFirst() {
        TestCourse course = district(members.course());
        long other = deployment(course, "2");
        SignedIn ada = course.administrator("Ada Park");
        SignedIn ben = course.signIn("Ben Hill", null, MEMBER);
        post(ada, own(ada), set(rule(1, Kind.ROLE, "Member", MemberRole.OBSERVER)), 0);
        jdbc.sql("update course_course set deployment_id = ? where id = ?")
                .params(other, ada.member().course().value())
                .update();
        String page = "/d/" + ada.member().district() + "/roles/lms/" + other;
        assertThat(post(ada, page, set(rule(1, Kind.ROLE, "Member", MemberRole.COACH)), 0)
                        .statusCode())
                .isEqualTo(302);
        assertThat(storedRole(course, "Ben Hill")).isEqualTo(MemberRole.OBSERVER);
        // a launch on another node has decided by the rules of before
        jdbc.sql("update course_member set role = 'COACH', role_reason = 'LEARNER' where id = ?")
                .param(ben.member().id().value())
                .update();
        jdbc.sql("update course_role_rules set changed_at = ? where course_id = ?")
                .params(
                        // as late as a look may find it: the application's own looks have come to a little before
                        Utc.of(Instant.now().minusMillis(15_001)),
                        ada.member().course().value())
                .update();
        secondLook.look();
        assertThat(storedRole(course, "Ben Hill")).isEqualTo(MemberRole.OBSERVER);
    }

    @Test
    void overviewWhenManyCoursesHaveRulesThenNoStatementMore() {
        TestCourse course = district(members.course());
        SignedIn ada = course.administrator("Ada Park");
        post(ada, own(ada), set(rule(1, Kind.ROLE, "Member", MemberRole.OBSERVER)), 0);
        String page = "/d/" + ada.member().district() + "/roles";
        ada.get(page);
        int before = Statements.during("course_role_rules", () -> ada.get(page)).size();
        TestCourse next = course;
        for (int i = 0; i < 3; i++) {
            next = next.sibling();
            SignedIn there = next.administrator("Ada Park");
            post(ada, own(there), set(rule(1, Kind.ROLE, "Member", MemberRole.OBSERVER)), 0);
        }
        assertThat(Statements.during("course_role_rules", () -> ada.get(page))).hasSize(before);
        assertThat(ada.get(page).body().split("1 rule of your own", -1)).hasSize(5);
    }

    private long deployment(TestCourse course, String id) {
        jdbc.sql("insert into lti_deployment (registration_id, deployment_id, status, district_name, created_at,"
                        + " changed_at) select registration_id, ?, status, district_name, created_at, changed_at"
                        + " from lti_deployment where id = ?")
                .params(id, course.target().deploymentId())
                .update();
        return jdbc.sql("select id from lti_deployment where registration_id = ? and deployment_id = ?")
                .params(course.target().registrationId(), id)
                .query(Long.class)
                .single();
    }

    private TestCourse district(TestCourse course) {
        jdbc.sql("update lti_deployment set district_name = ? where id = ?")
                .params(course.district(), course.target().deploymentId())
                .update();
        return course;
    }

    private static String lms(SignedIn ada, TestCourse course) {
        return "/d/" + ada.member().district() + "/roles/lms/" + course.target().deploymentId();
    }

    private static String own(SignedIn ada) {
        return "/d/" + ada.member().district() + "/roles/courses/"
                + ada.member().course();
    }

    private static OwnRule rule(int id, Kind kind, String value, MemberRole role) {
        return new OwnRule(id, kind, "audience", value, role);
    }

    private static RuleSet set(OwnRule... rules) {
        return new RuleSet(List.of(rules), java.util.Set.of());
    }

    private static HttpResponse<String> post(SignedIn who, String path, RuleSet draft, int version) {
        return send(who, path, Map.of("draft", draft.format(), "version", Integer.toString(version)));
    }

    private static HttpResponse<String> add(
            SignedIn who, String page, RuleSet draft, Kind kind, String value, MemberRole role) {
        return send(
                who,
                page + "/add",
                Map.of(
                        "draft",
                        draft.format(),
                        "version",
                        "0",
                        "kind",
                        kind.name(),
                        "value",
                        value,
                        "role",
                        role.name()));
    }

    /** A form of the district's pages, with their token. */
    private static HttpResponse<String> send(SignedIn who, String path, Map<String, String> form) {
        String page = who.get("/d/" + who.member().district()).body();
        String token = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        return who.post(path, form, token);
    }

    private static List<String> act(SignedIn ada, TestCourse course, RuleSet draft, String act) {
        String body = send(
                        ada, lms(ada, course) + "/draft", Map.of("draft", draft.format(), "version", "0", "act", act))
                .body()
                .replaceAll("<[^>]+>", "");
        return java.util.regex.Pattern.compile("[0-9]+\\. LMS role “[A-Za-z]+”")
                .matcher(body)
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
    }

    private static HttpResponse<String> trial(
            SignedIn ada, TestCourse course, RuleSet draft, String member, String claims) {
        return send(
                ada,
                lms(ada, course) + "/try",
                Map.of("draft", draft.format(), "version", "0", "member", member, "claims", claims, "purpose", ""));
    }

    private MemberRole roleOf(SignedIn who) {
        Member member = who.member();
        return roster.member(member.course(), member.id()).orElseThrow().role();
    }

    private MemberRole storedRole(TestCourse course, String subject) {
        return MemberRole.valueOf(jdbc.sql("select m.role from course_member m"
                        + " join course_person p on p.id = m.person_id join course_course c on c.id = m.course_id"
                        + " where p.sub = ? and c.context_id = ?")
                .params(subject, course.context())
                .query(String.class)
                .single());
    }

    private List<@Nullable String> audit(TestCourse course, String act) {
        return jdbc.sql("select details from audit_entry a join course_district d on d.id = a.district_id"
                        + " where d.name = ? and a.act = ?")
                .params(course.district(), act)
                .query(String.class)
                .list();
    }
}
