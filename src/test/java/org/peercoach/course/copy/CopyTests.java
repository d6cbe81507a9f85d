package org.peercoach.course.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoach.fixture.TestRoles.INSTRUCTOR;
import static org.peercoach.fixture.TestRoles.LEARNER;
import static org.peercoach.fixture.TestRoles.MEMBER;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.course.CourseId;
import org.peercoach.course.MemberRole;
import org.peercoach.course.launch.OwnRule;
import org.peercoach.course.launch.RuleSet;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.Statements;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.peercoach.fixture.TestMembers.TestLaunch;
import org.peercoach.lti.LtiLaunch;
import org.peercoach.lti.NoticeReceiver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A copied course in all ways that an LMS tells of it; the question to its trainer, and what the answer does. */
@ApplicationTest
class CopyTests {

    @Autowired
    TestMembers members;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    NoticeReceiver notices;

    @Test
    @DisplayName("LTI-O3: known by $Context.id.history: asked once, taken, and undone until work exists")
    void takeWhenTheHistoryNamesTheOriginThenPurposeAndRulesButNoPeople() {
        TestCourse old = members.course();
        SignedIn tom = old.trainer("Tom Trainer");
        old.coach("Mary Ellis");
        rules(
                tom,
                new OwnRule(1, OwnRule.Kind.ROLE, "", "Member", MemberRole.OBSERVER),
                new OwnRule(2, OwnRule.Kind.MOODLE_GROUP, "", "7", MemberRole.COACH));
        TestCourse copy = old.sibling().withoutPurpose();
        LtiLaunch first = opens(copy, Map.of("context_history", "unknown," + old.context()));
        assertThat(members.open(first).path()).endsWith("/copy");
        SignedIn trainer = copy.trainer("Tom Trainer");
        assertThat(trainer.get(trainer.at("")).body()).contains("Take the settings of the old course over?");
        assertThat(trainer.get(trainer.at("/copy")).body()).contains("Lincoln Cohort 3", "id=\"take\"");

        String origin = tom.member().course().toString();
        assertThat(trainer.post(trainer.at("/copy"), Map.of("take", "yes", "origin", origin))
                        .statusCode())
                .isEqualTo(302);
        assertThat(purpose(trainer)).isEqualTo("TRAINING");
        assertThat(rulesOf(trainer)).contains("Member").doesNotContain("MOODLE_GROUP");
        assertThat(people(trainer)).as("people stay where they are").isEqualTo(1);
        assertThat(copy.signIn("Ben Hill", null, MEMBER).member().role()).isEqualTo(MemberRole.OBSERVER);
        String page = trainer.get(trainer.at("/copy")).body();
        assertThat(page).contains("This course has the settings of “Lincoln Cohort 3”", "id=\"undo\"");
        assertThat(trainer.get(trainer.at("")).body()).doesNotContain("Take the settings of the old course over?");
        assertThat(audit(trainer)).contains("copy.taken");

        assertThat(trainer.get(trainer.at("")).body()).contains("See or undo your answer", trainer.at("/copy"));
        trainer.post(trainer.at("/copy/undo"), Map.of());
        assertThat(trainer.get(trainer.at("")).body()).doesNotContain("See or undo your answer");
        assertThat(purpose(trainer)).isNull();
        assertThat(rulesOf(trainer)).doesNotContain("Member");
        assertThat(trainer.get(trainer.at("/copy")).body()).contains("id=\"take\"");
    }

    @Test
    @DisplayName("LTI-O3: known by a notice, also before anybody has opened the copy")
    void askWhenANoticeNamesTheOriginThenAsked() {
        TestCourse old = members.course();
        old.trainer("Tom Trainer");
        TestCourse copy = old.sibling();
        NoticeReceiver.ContextCopy told =
                new NoticeReceiver.ContextCopy(copy.target(), copy.district(), copy.context(), List.of(old.context()));
        notices.contextCopied(told);
        notices.contextCopied(told);
        SignedIn trainer = copy.trainer("Tina Trainer");
        assertThat(trainer.landing().path())
                .as("purpose is known, so the launch lands where it goes")
                .doesNotEndWith("/copy");
        assertThat(trainer.get(trainer.at("")).body()).contains("Take the settings of the old course over?");
        assertThat(trainer.get(trainer.at("/copy")).body()).containsOnlyOnce("name=\"origin\"");
    }

    @Test
    @DisplayName("LTI-O3: known by the identity that the picker gave a link")
    void askWhenALinkWasPlacedElsewhereThenAsked() {
        TestCourse old = members.course();
        SignedIn tom = old.trainer("Tom Trainer");
        TestCourse copy = old.sibling();
        members.open(opens(
                copy,
                Map.of(
                        "pc_activity",
                        "session-1",
                        "pc_course",
                        tom.member().course().toString())));
        SignedIn trainer = copy.trainer("Tom Trainer");
        assertThat(trainer.get(trainer.at("/copy")).body()).contains("Lincoln Cohort 3", "name=\"origin\"");
        members.open(opens(
                old,
                Map.of(
                        "pc_activity",
                        "session-1",
                        "pc_course",
                        tom.member().course().toString())));
        assertThat(tom.get(tom.at("/copy")).body()).as("a link at home").doesNotContain("name=\"origin\"");
    }

    @Test
    void copyWhenItsLinksAreOpenedThenTheActivitiesAreThere() {
        TestCourse old = members.course();
        members.open(link(old, "link-1"));
        TestCourse copy = old.sibling();
        assertThat(members.open(link(copy, "link-77")).path()).endsWith("/training/sessions/1");
    }

    @Test
    void askWhenOriginsAreOfOtherDistrictsOrPlatformsThenNotAsked() {
        TestCourse old = members.course();
        SignedIn tom = old.trainer("Tom Trainer");
        TestCourse stranger = members.course();
        members.open(opens(
                stranger,
                Map.of(
                        "context_history",
                        old.context(),
                        "pc_course",
                        tom.member().course().toString())));
        SignedIn eve = stranger.trainer("Eve Moss");
        assertThat(eve.get(eve.at("/copy")).body()).doesNotContain("name=\"origin\"");
        String origin = tom.member().course().toString();
        eve.post(eve.at("/copy"), Map.of("take", "yes", "origin", origin));
        assertThat(answers(eve)).isZero();
        TestCourse otherDistrict =
                new TestCourse(members, old.target(), "Elsewhere " + old.district(), "c-2", "training");
        members.open(opens(otherDistrict, Map.of("context_history", old.context())));
        SignedIn zoe = otherDistrict.trainer("Zoe Fox");
        assertThat(zoe.get(zoe.at("/copy")).body()).doesNotContain("name=\"origin\"");
    }

    @Test
    void answerWhenNoThenNothingIsTakenAndAskedNoMore() {
        TestCourse old = members.course();
        old.trainer("Tom Trainer");
        TestCourse copy = old.sibling().withoutPurpose();
        members.open(opens(copy, Map.of("context_history", old.context())));
        SignedIn trainer = copy.trainer("Tom Trainer");
        assertThat(trainer.post(trainer.at("/copy"), Map.of("take", "yes")).statusCode())
                .as("several candidates need a choice")
                .isEqualTo(422);
        assertThat(trainer.post(trainer.at("/copy"), Map.of("take", "no"))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(path -> assertThat(path).endsWith("/purpose"));
        assertThat(purpose(trainer)).isNull();
        assertThat(trainer.get(trainer.at("/copy")).body()).contains("This course begins anew");
        assertThat(audit(trainer)).containsExactly("copy.declined");
    }

    @Test
    void undoWhenSomebodyHasBegunThenRefused() {
        TestCourse old = members.course();
        SignedIn tom = old.trainer("Tom Trainer");
        TestCourse copy = old.sibling();
        members.open(opens(copy, Map.of("context_history", old.context())));
        SignedIn trainer = copy.trainer("Tom Trainer");
        SignedIn mary = copy.coach("Mary Ellis");
        trainer.post(
                trainer.at("/copy"),
                Map.of("take", "yes", "origin", tom.member().course().toString()));
        jdbc.sql("insert into training_activity_state (course_id, member_id, activity_id, content_version, started_at,"
                        + " changed_at) values (?, ?, 'S1.1', 1, '2026-01-01 00:00:00', '2026-01-01 00:00:00')")
                .params(mary.member().course().value(), mary.member().id().value())
                .update();
        assertThat(trainer.get(trainer.at("/copy")).body()).doesNotContain("id=\"undo\"");
        assertThat(trainer.get(trainer.at("")).body()).doesNotContain("See or undo your answer");
        trainer.post(trainer.at("/copy/undo"), Map.of());
        assertThat(answers(trainer)).isEqualTo(1);
    }

    @Test
    void launchWhenTheHistoryIsKnownThenNoStatementMore() {
        TestCourse copy = members.course();
        Map<String, String> custom = Map.of("context_history", "a,b");
        members.open(opens(copy, custom));
        members.open(opens(copy, custom));
        assertThat(Statements.during("course_", () -> members.open(opens(copy, custom))))
                .filteredOn(sql -> !sql.contains("from course_go")) // other tests' people may be on the way
                .hasSize(1);
    }

    @Test
    void launchWhenLinksOfACopyTellDifferentThingsThenNoStatementMoreEither() {
        TestCourse copy = members.course();
        List<Map<String, String>> links = List.of(
                Map.of("context_history", "a,b"),
                Map.of("context_history", "a,b", "pc_course", "123456789"),
                Map.of("pc_course", "987654321"));
        links.forEach(custom -> members.open(opens(copy, custom)));
        links.forEach(custom -> assertThat(Statements.during("course_", () -> members.open(opens(copy, custom))))
                .filteredOn(sql -> !sql.contains("from course_go"))
                .hasSize(1));
    }

    @Test
    @DisplayName("LTI-O3: rules that cannot be taken back leave everything as it is, and the trainer is told")
    void undoWhenTheFormerRulesWouldLockOutThenNothingChangesAndSaysSo() {
        TestCourse old = members.course();
        SignedIn tom = old.trainer("Tom Trainer");
        rules(tom, new OwnRule(1, OwnRule.Kind.ROLE, "", "Member", MemberRole.OBSERVER));
        TestCourse copy = old.sibling().withoutPurpose();
        members.open(opens(copy, Map.of("context_history", old.context())));
        SignedIn trainer = copy.trainer("Tom Trainer");
        trainer.post(
                trainer.at("/copy"),
                Map.of("take", "yes", "origin", tom.member().course().toString()));
        RuleSet lockOut = new RuleSet(
                List.of(new OwnRule(1, OwnRule.Kind.ROLE, "", "Instructor", MemberRole.OBSERVER)), java.util.Set.of());
        jdbc.sql("update course_copy set former_rules = ? where course_id = ?")
                .params(lockOut.format(), trainer.member().course().value())
                .update();
        String told = trainer.post(trainer.at("/copy/undo"), Map.of()).headers().allValues("Set-Cookie").stream()
                .map(cookie -> "; " + cookie.split(";", 2)[0])
                .collect(Collectors.joining());
        assertThat(trainer.withCookies(trainer.cookies() + told)
                        .get(trainer.at("/copy"))
                        .body())
                .contains("Nothing was taken back", "This course has the settings of", "id=\"undo\"");
        assertThat(purpose(trainer)).isEqualTo("TRAINING");
        assertThat(rulesOf(trainer)).contains("Member").doesNotContain("Instructor");
        assertThat(answers(trainer)).isEqualTo(1);
        assertThat(audit(trainer)).doesNotContain("copy.undone");
    }

    private LtiLaunch opens(TestCourse course, Map<String, String> custom) {
        Map<String, String> all = new HashMap<>(custom);
        if (course.purpose() != null) {
            all.put("pc_purpose", course.purpose());
        }
        return new TestLaunch(course, "Tom Trainer")
                .roles(INSTRUCTOR)
                .custom(all)
                .build();
    }

    private static LtiLaunch link(TestCourse course, String id) {
        return new TestLaunch(course, "Mary Ellis")
                .roles(LEARNER)
                .link(new LtiLaunch.ResourceLink(id, "Session 1"))
                .custom(Map.of("pc_activity", "session-1", "pc_purpose", "training"))
                .build();
    }

    private void rules(SignedIn trainer, OwnRule... rules) {
        jdbc.sql(
                        "insert into course_role_rules (place, district_id, deployment_id, course_id, rules, version, changed_at)"
                                + " select concat('course-', id), district_id, deployment_id, id, ?, 1, created_at"
                                + " from course_course where id = ?")
                .params(
                        new RuleSet(List.of(rules), java.util.Set.of()).format(),
                        trainer.member().course().value())
                .update();
    }

    private String rulesOf(SignedIn trainer) {
        return jdbc.sql("select rules from course_role_rules where course_id = ?")
                .param(trainer.member().course().value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private @Nullable String purpose(SignedIn who) {
        return (String) jdbc.sql("select purpose from course_course where id = ?")
                .param(who.member().course().value())
                .query()
                .singleRow()
                .get("purpose");
    }

    private int people(SignedIn who) {
        return count(
                "select count(*) from course_member where course_id = ?",
                who.member().course());
    }

    private int answers(SignedIn who) {
        return count(
                "select count(*) from course_copy where course_id = ?",
                who.member().course());
    }

    private int count(String sql, CourseId course) {
        return jdbc.sql(sql).param(course.value()).query(Integer.class).single();
    }

    private List<@Nullable String> audit(SignedIn who) {
        return jdbc.sql("select act from audit_entry where course_id = ? and act like 'copy.%' order by id")
                .param(who.member().course().value())
                .query(String.class)
                .list();
    }
}
