package org.peercoach.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.MemberRole;
import org.peercoach.course.Roster;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.Statements;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** UX-P8: the trainer's list of points in a course of 2,000 people, cut by name; other courses' people stay out of it. */
@ApplicationTest
class GradebookListTests {

    private static final int PEOPLE = 2_000;
    private static final int SOME = 400;
    private static final Pattern NAME = Pattern.compile("<th scope=\"row\" role=\"rowheader\">([^<]*)</th>");
    private static final String STEP = "href=\"([^\"]*[?&](?:amp;)?%s=[0-9]+)\"";

    @Autowired
    TestMembers members;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    Roster roster;

    @Autowired
    ScorePages pages;

    @Autowired
    Clock clock;

    private SignedIn tom;

    /** Two districts with a course each; the same names, and points in the same session, in both. */
    @BeforeEach
    void aCourseAndAnotherDistricts() {
        TestCourse course = members.course();
        tom = course.trainer("Tom Trainer");
        SignedIn other = members.course().trainer("Tina Other");
        fill(other, 120, "Foreign ");
    }

    @Test
    @DisplayName("UX-P8: as many statements and rows for a page as in a small course, wherever the page is")
    void listWhenThereAreTwoThousandThenAPageReadsAPage() {
        SignedIn few = members.course().trainer("Fay Small");
        fill(few, 60, "");
        fill(tom, PEOPLE, "");
        few.get(few.at("/gradebook"));
        tom.get(tom.at("/gradebook"));
        int statements =
                Statements.during("", () -> few.get(few.at("/gradebook"))).size();
        String later = step(tom.get(tom.at("/gradebook")).body(), "after").orElseThrow();
        for (String page : List.of(tom.at("/gradebook"), later, tom.at("/gradebook?state=SENT"))) {
            assertThat(Statements.during("", () -> tom.get(page))).as(page).hasSizeLessThanOrEqualTo(statements);
            assertThat(Statements.rowsDuring(() -> tom.get(page)))
                    .as(page)
                    .isBetween(ScoreSheets.PAGE, 3 * ScoreSheets.PAGE);
        }
    }

    @Test
    @DisplayName("UX-P8: everybody on one page, in the order of the other lists, forwards and back")
    void listWhenWalkedThenEverybodyOnceInTheOrderOfTheRoster() {
        fill(tom, SOME, "");
        List<String> pagesSeen = new ArrayList<>();
        List<String> names = new ArrayList<>();
        String at = tom.at("/gradebook");
        for (Optional<String> next = Optional.of(at); next.isPresent(); next = step(pagesSeen.getLast(), "after")) {
            pagesSeen.add(tom.get(next.get()).body());
            names.addAll(names(pagesSeen.getLast()));
        }
        List<String> expected = roster.members(tom.member().course()).stream()
                .filter(member -> member.role() == MemberRole.COACH)
                .map(Member::name)
                .toList();
        assertThat(names).hasSize(SOME).containsExactlyElementsOf(expected);
        assertThat(names).noneMatch(name -> name.startsWith("Foreign"));
        assertThat(step(pagesSeen.getFirst(), "before")).isEmpty();
        for (int page = pagesSeen.size() - 1; page > pagesSeen.size() - 4; page--) {
            String before = step(pagesSeen.get(page), "before").orElseThrow();
            assertThat(names(tom.get(before).body())).isEqualTo(names(pagesSeen.get(page - 1)));
        }
        String second = step(pagesSeen.get(2), "before").orElseThrow();
        String first = step(tom.get(second).body(), "before").orElseThrow();
        assertThat(names(tom.get(first).body())).isEqualTo(names(pagesSeen.getFirst()));
        assertThat(step(tom.get(first).body(), "before")).isEmpty();
    }

    @Test
    @DisplayName("UX-P8: filters by state and reason hold over the pages, and their figures are exact")
    void listWhenFilteredThenOnlyTheseOnEveryPage() {
        fill(tom, SOME, "");
        Map<String, Integer> expected = Map.of("SENT", 80, "WAITING", 120, "FAILED", 120, "DIFFERENT", 40, "NONE", 40);
        String all = tom.get(tom.at("/gradebook")).body();
        expected.forEach((state, people) ->
                assertThat(chip(all, "state=" + state)).as(state).isEqualTo(people));
        String failed =
                tom.get(tom.at("/gradebook?activity=session-1&state=FAILED")).body();
        assertThat(chip(failed, "reason=gone")).isEqualTo(80);
        assertThat(chip(failed, "reason=not-allowed")).isEqualTo(40);
        int seen = 0;
        Optional<String> next = Optional.of(tom.at("/gradebook?activity=session-1&state=FAILED&reason=gone"));
        while (next.isPresent()) {
            String page = tom.get(next.get()).body();
            assertThat(names(page)).allMatch(name -> List.of(3, 4).contains(numberOf(name) % 10));
            seen += names(page).size();
            next = step(page, "after");
        }
        assertThat(seen).isEqualTo(80);
        assertThat(names(tom.get(tom.at("/gradebook?state=FAILED&reason=x%27%20or%201=1"))
                        .body()))
                .as("what is no reason filters nothing")
                .hasSize(ScoreSheets.PAGE);
    }

    @Test
    @DisplayName("UX-P8: somebody of another course is no place in this list")
    void listWhenItIsToGoOnBehindAStrangerThenTheFirstPage() {
        fill(tom, 60, "");
        MemberId stranger = members.course().coach("Zoe Zimmer").member().id();
        List<String> first = names(tom.get(tom.at("/gradebook")).body());
        assertThat(names(tom.get(tom.at("/gradebook?after=" + stranger)).body()))
                .isEqualTo(first);
        assertThat(names(tom.get(tom.at("/gradebook?after=999999999")).body())).isEqualTo(first);
        assertThat(tom.get(tom.at("/gradebook?after=x")).statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("LTI-T23, T25: those who have left and pretended learners are out, the nameless come last")
    void listWhenPeopleAreOddThenStillInOrder() {
        fill(tom, SOME, "");
        CourseId course = tom.member().course();
        List<Member> all = roster.members(course).stream()
                .filter(member -> member.role() == MemberRole.COACH)
                .toList();
        set(
                "update course_member set active = false where id = ?",
                all.get(0).id().value());
        set("update course_person set test_user = true where id = ?", all.get(1).person());
        set(
                "update course_person set name = ' ', given_name = null, family_name = null where id = ?",
                all.get(2).person());
        set(
                "update course_person set name = null, given_name = 'A', family_name = 'aaron' where id = ?",
                all.get(90).person());
        assertThat(names(tom.get(tom.at("/gradebook")).body()))
                .startsWith("A aaron", all.get(3).name());
        ScorePages.Wanted everybody = new ScorePages.Wanted(course, "session-1", "", "");
        List<ScorePages.Line> lines =
                pages.behind(everybody, all.get(SOME - 3).id().value(), 10);
        assertThat(lines)
                .extracting(ScorePages.Line::name)
                .hasSize(3)
                .last()
                .isEqualTo("Person " + all.get(2).person());
        long nameless = lines.getLast().member();
        assertThat(pages.before(everybody, nameless, 2)).isEqualTo(lines.subList(0, 2));
        assertThat(pages.behind(everybody, nameless, 5)).isEmpty();
        assertThat(roster.neighbors(course, new MemberId(nameless)).before())
                .extracting(Member::name)
                .isEqualTo(lines.get(1).name());
    }

    private void set(String sql, long id) {
        jdbc.sql(sql).param(id).update();
    }

    /** Coaches with mixed names and points: by their number, two of ten sent, three waiting, and so on. */
    private void fill(SignedIn trainer, int people, String prefix) {
        Member member = trainer.member();
        long registration = jdbc.sql("select registration_id from course_course where id = ?")
                .param(member.course().value())
                .query(Long.class)
                .single();
        Object now = Utc.of(clock.instant());
        batches.batchUpdate(
                "insert into course_person (registration_id, district_id, sub, name, valid_from, created_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                IntStream.range(0, people)
                        .mapToObj(number -> new Object[] {
                            registration, member.district(), "sub-" + number, prefix + nameOf(number), now, now
                        })
                        .toList());
        jdbc.sql("insert into course_member (course_id, person_id, lms_roles, role, role_reason, active, last_seen,"
                        + " created_at) select ?, id, '', 'COACH', 'LEARNER', true, ?, ? from course_person"
                        + " where registration_id = ? and sub like 'sub-%'")
                .params(member.course().value(), now, now, registration)
                .update();
        String number = "cast(substring(p.sub, 5) as signed)";
        jdbc.sql("insert into gradebook_score (member_id, activity_key, course_id, district_id, points, maximum,"
                        + " completed, started_at, recorded_at, version, state, state_at, reason, attempts, queue, due_at,"
                        + " sent_version, difference) select m.id, 'session-1', m.course_id, p.district_id, 11, 25, false,"
                        + " :now, :now, 1, " + byNumber(number, "'SENT'", "'WAITING'", "'FAILED'", "'SENT'")
                        + ", :now, "
                        + byNumber(
                                number,
                                "null",
                                "'gradebook.reason.busy'",
                                "case when mod(" + number
                                        + ", 10) = 2 then 'gradebook.reason.not-allowed' else 'gradebook.reason.gone' end",
                                "null")
                        + ", 0, 'queue-none', null, 1, " + byNumber(number, "null", "null", "null", "'OPEN'")
                        + " from course_member m join course_person p on p.id = m.person_id"
                        + " where m.course_id = :course and p.sub like 'sub-%' and mod(" + number + ", 10) <> 9")
                .param("now", now)
                .param("course", member.course().value())
                .update();
    }

    /** 0, 1: sent; 2 to 4: failed; 5 to 7: waiting; 8: differs; 9 has no points. */
    private static String byNumber(String number, String sent, String waiting, String failed, String differs) {
        return "case when mod(" + number + ", 10) < 2 then " + sent + " when mod(" + number + ", 10) < 5 then " + failed
                + " when mod(" + number + ", 10) < 8 then " + waiting + " else " + differs + " end";
    }

    /** Large and small letters, and everybody's name twice. */
    private static String nameOf(int number) {
        String name = "%s coach %04d".formatted((char) ('a' + number * 7 % 26), number / 2 * 2);
        return number % 3 == 0 ? name.toUpperCase(Locale.ROOT) + " " + number : name + " " + number;
    }

    private static int numberOf(String name) {
        return Integer.parseInt(name.substring(name.lastIndexOf(' ') + 1));
    }

    private static List<String> names(String page) {
        return NAME.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static Optional<String> step(String page, String which) {
        return Pattern.compile(STEP.formatted(which))
                .matcher(page)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .findFirst();
    }

    private static int chip(String page, String part) {
        return Pattern.compile(
                        "<a class=\"pc-chip\" href=\"[^\"]*" + Pattern.quote(part)
                                + "\"[^>]*>.*?<span class=\"pc-num\">([0-9,]+)</span>",
                        Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .map(found -> found.replaceAll("(?s).*<span class=\"pc-num\">([0-9,]+)</span>", "$1"))
                .map(text -> Integer.valueOf(text.replace(",", "")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(part));
    }
}
