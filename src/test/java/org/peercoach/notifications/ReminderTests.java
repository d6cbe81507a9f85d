package org.peercoach.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoach.course.CourseId;
import org.peercoach.course.go.GoLinks;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.MovableClock;
import org.peercoach.fixture.PseudoArabic;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMailbox;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.peercoach.shared.Settings;
import org.peercoach.training.cohort.CohortPlan;
import org.peercoach.training.cohort.CohortPlans;
import org.peercoach.training.cohort.SessionDates;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole chain: a due date, a set clock, a digest at a real mail server. Days far ahead keep other tests out. */
@ApplicationTest
class ReminderTests {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final LocalDate DUE = LocalDate.of(2031, 3, 18);

    @Autowired
    TestMembers members;

    @Autowired
    ApplicationContext app;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CohortPlans plans;

    @Autowired
    Settings settings;

    private final MovableClock clock = new MovableClock(Instant.EPOCH);
    private MailNode node;
    private TestCourse course;
    private SignedIn mary;
    private String address;

    @BeforeEach
    void aSessionIsDue() {
        node = MailNode.of(app, clock);
        course = members.course();
        mary = course.coach("Mary Ellis");
        address = address(mary);
        due(mary, 1, DUE);
        at(DUE.minusDays(7), 8);
    }

    @Test
    @DisplayName(
            "UX-T9: 7 days before, a digest tells of the session, in the person’s zone, without anybody else’s name")
    void digestWhenSevenDaysBeforeThenArrives() throws MessagingException {
        course.coach("Ken Park");
        at(DUE.minusDays(8), 8);
        node.round();
        assertThat(mails()).isEmpty();

        at(DUE.minusDays(7), 6);
        node.round();
        assertThat(mails()).as("at night").isEmpty();

        at(DUE.minusDays(7), 8);
        node.round();
        MimeMessage mail = only();
        assertThat(mail.getSubject()).isEqualTo("Session 1 is due in 7 days");
        String text = TestMailbox.part(mail, "text/plain");
        assertThat(text)
                .contains("Hello Mary Ellis,", "Lincoln Cohort 3", "Session 1: Getting Started")
                .contains("Tuesday, March 18, 2031 (Central Time)", "Why you got this:", settings.url("/go/"))
                .doesNotContain("Ken Park");
        assertThat(TestMailbox.part(mail, "text/html"))
                .contains("<html lang=\"en-US\" dir=\"ltr\"", "<h1", "March 18, 2031", settings.url("/go/"))
                .doesNotContain("<img", "http-equiv", "src=", "url(", "color:");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @ParameterizedTest
    @DisplayName("Ruling 33: the morning and the zone of a mail are the person’s, whoever knows it")
    @CsvSource(
            nullValues = "-",
            value = {
                "America/New_York, America/Chicago, -, Eastern Time",
                "-, 99, America/New_York, Eastern Time",
                "-, -, America/New_York, Eastern Time",
            })
    void digestWhenTheZoneIsChosenOrTheBrowsersThenInItsMorningAndNamed(
            @Nullable String chosen, @Nullable String lms, @Nullable String browser, String named)
            throws MessagingException {
        jdbc.sql("update course_person set chosen_zone = ?, zone = ?, browser_zone = ? where id = ?")
                .params(java.util.Arrays.asList(
                        chosen, lms, browser, mary.member().person()))
                .update();
        at(DUE.minusDays(7), 5); // 6 o’clock in New York
        node.round();
        assertThat(mails()).as("at night").isEmpty();
        at(DUE.minusDays(7), 6);
        node.round();
        assertThat(TestMailbox.part(only(), "text/plain")).contains("(" + named + ")");
    }

    @Test
    void digestWhenTheLmsShowsAnotherLanguageThenInItsWords() throws MessagingException {
        jdbc.sql("update course_person set locale = ? where id = ?")
                .params(PseudoArabic.TAG, mary.member().person())
                .update();
        node.round();

        MimeMessage mail = only();
        assertThat(mail.getSubject()).isEqualTo(PseudoArabic.turn("Session 1 is due in 7 days"));
        assertThat(TestMailbox.part(mail, "text/html"))
                .contains("<html lang=\"ar-XB\" dir=\"rtl\"", PseudoArabic.turn("Hello Mary Ellis,"))
                .doesNotContain("is due by the end of");
    }

    @Test
    @DisplayName("UX-T9: 1 day before and 3 days after once each, nothing between, one mail a day")
    void digestWhenDaysPassThenThreeInAll() throws MessagingException {
        for (LocalDate day = DUE.minusDays(9); !day.isAfter(DUE.plusDays(9)); day = day.plusDays(1)) {
            for (int hour : List.of(8, 12, 18)) {
                at(day, hour);
                node.round();
            }
        }
        List<MimeMessage> mails = mails();
        assertThat(mails).hasSize(3);
        assertThat(mails.get(0).getSubject()).isEqualTo("Session 1 is due in 7 days");
        assertThat(mails.get(1).getSubject()).isEqualTo("Session 1 is due tomorrow");
        assertThat(mails.get(2).getSubject()).isEqualTo("Session 1 is still open");
    }

    @Test
    void digestWhenSeveralSessionsAndCoursesThenOneMail() {
        SignedIn elsewhere = course.sibling().coach("Mary Ellis");
        assertThat(elsewhere.member().person()).isEqualTo(mary.member().person());
        due(elsewhere, 1, DUE);
        node.round();
        assertThat(TestMailbox.part(only(), "text/plain").split("Open session 1"))
                .hasSize(3);
    }

    @Test
    @DisplayName("UX-T9: whoever has finished the session gets no reminder")
    void digestWhenSessionIsDoneThenNone() {
        finish(mary);
        node.round();
        assertThat(mails()).isEmpty();
    }

    @Test
    void digestWhenThereIsNoAddressThenNone() {
        jdbc.sql("update course_person set email = null where id = ?")
                .param(mary.member().person())
                .update();
        node.round();
        assertThat(rows()).isZero();
    }

    @Test
    void remindersWhenReadThenOnlyThoseOfTheDaysAskedFor() {
        node.round();
        CourseId where = mary.member().course();
        assertThat(node.digestRows().reminded(where, DUE.minusDays(1), DUE)).hasSize(1);
        assertThat(node.digestRows().reminded(where, DUE.plusDays(1), DUE.plusDays(16)))
                .isEmpty();
    }

    @Test
    void digestWhenRemindersOrAllMailsAreNotWantedThenNone() {
        mary.post(mary.at("/messages"), Map.of("to", "LMS", "messages", "yes", "when", "daily"));
        node.round();
        assertThat(mails()).isEmpty();
        mary.post(mary.at("/messages"), Map.of("to", "OFF", "reminders", "yes"));
        node.round();
        assertThat(mails()).isEmpty();
        mary.post(mary.at("/messages"), Map.of("to", "LMS", "reminders", "yes"));
        node.round();
        assertThat(mails()).hasSize(1);
    }

    @Test
    @DisplayName("UX-T9: the trainer pauses reminders for one cohort, not for another")
    void digestWhenTrainerPausesThenNoneInThatCohort() {
        SignedIn tom = course.trainer("Tom Trainer");
        TestCourse other = members.course();
        SignedIn ken = other.coach("Ken Park");
        String kens = address(ken);
        due(ken, 1, DUE);
        assertThat(tom.post(tom.at("/messages/pause"), Map.of("go", "off")).statusCode())
                .isEqualTo(302);
        assertThat(acts("notifications.paused")).isEqualTo(1);
        node.round();
        assertThat(mails()).isEmpty();
        assertThat(TestMailbox.to(kens)).hasSize(1);
        tom.post(tom.at("/messages/pause"), Map.of("go", "on"));
        node.round();
        assertThat(mails()).hasSize(1);
    }

    @Test
    @DisplayName("RFC 8058: one click at the mail program stops mails without a session, also those that wait")
    void unsubscribeWhenPostedByMailProgramThenNoMoreMails() throws MessagingException {
        node.round();
        String header = only().getHeader("List-Unsubscribe", null);
        assertThat(header).startsWith("<" + settings.url("/public/mail/off/")).endsWith(">");
        assertThat(only().getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        String path = header.substring(1, header.length() - 1)
                .substring(settings.baseUrl().length());
        SignedIn nobody = mary.withCookies("");

        at(DUE.minusDays(1), 8);
        node.digests().gather(); // waits in the box
        assertThat(nobody.get(path).body()).contains("Stop all mails?");
        assertThat(nobody.postRaw(path, Map.of("List-Unsubscribe", "One-Click")).statusCode())
                .isEqualTo(200);
        node.delivery().run();
        assertThat(mails()).hasSize(1);

        assertThat(nobody.get(path).body()).contains("You get no more mails");
        assertThat(nobody.postRaw(path, Map.of("go", "on")).statusCode()).isEqualTo(302);
        at(DUE.plusDays(3), 8);
        node.round();
        assertThat(mails()).hasSize(2);
    }

    @Test
    void digestWhenDroppedThenItsReminderComesWithTheNext() throws MessagingException {
        node.digests().gather();
        mary.post(mary.at("/messages"), Map.of("to", "OFF", "reminders", "yes"));
        node.delivery().run();
        mary.post(mary.at("/messages"), Map.of("to", "LMS", "reminders", "yes"));
        node.round();
        assertThat(mails()).as("one a day").isEmpty();
        at(DUE.minusDays(6), 8);
        node.round();
        node.round();
        assertThat(only().getSubject()).isEqualTo("Session 1 is due in 6 days");
    }

    @Test
    void digestWhenTooOldThenItsReminderComesWithTheNext() throws MessagingException {
        node.digests().gather(); // and no node sends on that day
        at(DUE.minusDays(6), 8);
        node.round();
        assertThat(mails()).isEmpty();
        node.round();
        assertThat(only().getSubject()).isEqualTo("Session 1 is due in 6 days");
    }

    @Test
    void unsubscribeWhenTheTokenIsNotOursThenNothingHappens() {
        String real = app.getBean(MailLinks.class).off(mary.member().person());
        String forged = real.substring(0, real.length() - 1) + (real.endsWith("A") ? "B" : "A");
        SignedIn nobody = mary.withCookies("");
        assertThat(nobody.postRaw(forged, Map.of("List-Unsubscribe", "One-Click"))
                        .statusCode())
                .isEqualTo(404);
        node.round();
        assertThat(mails()).hasSize(1);
    }

    @Test
    @DisplayName("Two nodes gather and send at the same time: one mail")
    void digestWhenTwoNodesAreAtItThenOneMail() throws Exception {
        MailNode other = MailNode.of(app, clock);
        CyclicBarrier start = new CyclicBarrier(2);
        List<CompletableFuture<Void>> rounds = List.of(node, other).stream()
                .map(one -> CompletableFuture.runAsync(() -> {
                    meet(start);
                    one.digests().gather();
                    meet(start);
                    one.delivery().run();
                }))
                .toList();
        rounds.forEach(CompletableFuture::join);
        assertThat(mails()).hasSize(1);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void digestWhenOneCannotBeWrittenThenTheOthersAre() {
        SignedIn ken = members.course().coach("Ken Park");
        String kens = address(ken);
        due(ken, 1, DUE);
        Letters faulty =
                new Letters(
                        app.getBean(MessageSource.class),
                        app.getBean(GoLinks.class),
                        app.getBean(MailLinks.class),
                        settings) {
                    @Override
                    Letter digest(List<Part> parts) {
                        if (parts.getFirst().member().id().equals(mary.member().id())) {
                            throw new DataIntegrityViolationException("too long");
                        }
                        return super.digest(parts);
                    }
                };
        MailNode.of(app, clock, node.post(), faulty).round();
        assertThat(mails()).isEmpty();
        assertThat(TestMailbox.to(kens)).hasSize(1);
        node.round();
        assertThat(mails()).as("as soon as it can be").hasSize(1);
    }

    @Test
    @DisplayName("A node dies after the mail went and before it noted that: a repeat with the same Message-ID")
    void mailWhenNodeDiesBetweenThenRepeatHasTheSameMessageId() throws MessagingException {
        node.digests().gather();
        Mail mail = claim("dead node");
        node.post().send(mail); // and dies here

        MailNode other = MailNode.of(app, clock);
        other.round();
        assertThat(mails()).as("the claim still holds").hasSize(1);
        clock.advance(MailRows.CLAIM);
        other.round();
        assertThat(mails()).hasSize(2);
        assertThat(mails().get(0).getMessageID())
                .isEqualTo(mails().get(1).getMessageID())
                .isEqualTo(mail.messageId());
        other.round();
        assertThat(mails()).hasSize(2);
    }

    @Test
    void mailWhenNodeDiesBeforeSendingThenOne() {
        node.digests().gather();
        claim("dead node");
        clock.advance(MailRows.CLAIM);
        node.round();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void mailWhenSentThenItsWordsAreKeptNoLonger() {
        node.round();
        assertThat(jdbc.sql("select count(*) from notifications_mail where person_id = ? and state = 'SENT'"
                                + " and body_text is null and body_html is null")
                        .param(mary.member().person())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("Ruling 18: a link opens the page with a session, and otherwise waits for the next launch")
    void linkWhenFollowedThenRightsComeFromTheLaunchAlone() {
        node.round();
        Matcher link = Pattern.compile(Pattern.quote(settings.baseUrl()) + "(/go/\\S+)")
                .matcher(TestMailbox.part(only(), "text/plain"));
        assertThat(link.find()).isTrue();
        String path = link.group(1);
        assertThat(mary.get(path).headers().firstValue("Location")).hasValue(mary.at("/training/sessions/1"));

        var asked = mary.withCookies("").get(path);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body())
                .contains("Open it in your LMS", "Lincoln Cohort 3")
                .doesNotContain("Mary");
        assertThat(asked.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(course.coach("Ken Park").landing().path()).doesNotContain("/sessions/");
        assertThat(course.coach("Mary Ellis").landing().path()).isEqualTo(mary.at("/training/sessions/1"));
        assertThat(course.coach("Mary Ellis").landing().path()).as("once").doesNotContain("/sessions/");
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Mail claim(String claim) {
        long id = jdbc.sql("select id from notifications_mail where person_id = ?")
                .param(mary.member().person())
                .query(Long.class)
                .single();
        return node.rows().claim(id, claim).orElseThrow();
    }

    private void at(LocalDate day, int hour) {
        clock.set(day.atTime(LocalTime.of(hour, 0)).atZone(CHICAGO).toInstant());
    }

    private String address(SignedIn who) {
        String one = TestMailbox.address();
        jdbc.sql("update course_person set email = ?, zone = 'America/Chicago' where id = ?")
                .params(one, who.member().person())
                .update();
        return one;
    }

    private void due(SignedIn who, int session, LocalDate day) {
        plans.keep(
                who.member().course(), new CohortPlan(false, Map.of(session, new SessionDates(null, day)), Set.of()));
    }

    private void finish(SignedIn who) {
        var now = java.time.LocalDateTime.now(ZoneOffset.UTC);
        for (int number = 1; number <= 11; number++) {
            jdbc.sql("insert into training_activity_state (course_id, member_id, activity_id, content_version, answer,"
                            + " version, started_at, changed_at, completed_at) values (?, ?, ?, 1, '{}', 1, ?, ?, ?)")
                    .params(who.member().course().value(), who.member().id().value(), "S1." + number, now, now, now)
                    .update();
        }
    }

    private List<MimeMessage> mails() {
        return TestMailbox.to(address);
    }

    private MimeMessage only() {
        assertThat(mails()).hasSize(1);
        return mails().getFirst();
    }

    private int rows() {
        return jdbc.sql("select count(*) from notifications_mail where person_id = ?")
                .param(mary.member().person())
                .query(Integer.class)
                .single();
    }

    private int acts(String act) {
        return jdbc.sql("select count(*) from audit_entry where act = ? and course_id = ?")
                .params(act, mary.member().course().value())
                .query(Integer.class)
                .single();
    }
}
