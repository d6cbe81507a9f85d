package org.peercoach.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.peercoach.course.MemberRole;
import org.peercoach.demo.MailCatcher;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.MovableClock;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.Statements;
import org.peercoach.fixture.TestMailbox;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Choices about mails, own addresses, trainers' messages, and addresses that do not work. */
@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class MessagesPageTests {

    private static final String PAGE = "/messages";

    @Autowired
    TestMembers members;

    @Autowired
    ApplicationContext app;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Settings settings;

    private TestCourse course;
    private SignedIn mary;

    @BeforeEach
    void aCourse() {
        course = members.course();
        mary = course.coach("Mary Ellis");
    }

    @Test
    @DisplayName("Ruling 4: no address is the normal case; a person may enter one, and it is used once it is confirmed")
    void addressWhenEnteredThenUsedAfterItsMailWasAnswered() throws MessagingException {
        assertThat(page()).contains("your LMS tells us no address");
        assertThat(mary.get(mary.at("/why")).body()).contains(mary.at(PAGE));
        String address = TestMailbox.address();
        assertThat(propose(address).statusCode()).isEqualTo(302);
        assertThat(page()).contains("We have written to " + address).doesNotContain("Mails go to " + address);

        var mail = TestMailbox.await(address);
        assertThat(mail.getSubject()).isEqualTo("Confirm your address for Peer Coaching");
        String link = link(TestMailbox.part(mail, "text/plain"), MailLinks.CONFIRM);
        SignedIn nobody = mary.withCookies("");
        assertThat(nobody.get(link).body())
                .contains("Is this your address?", address)
                .doesNotContain("Mary");
        assertThat(page()).as("opening it changes nothing").doesNotContain("Mails go to " + address);
        var done = nobody.postRaw(link, Map.of());
        assertThat(done.headers().firstValue("Location")).hasValue("/public/mail/confirmed");
        assertThat(done.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(nobody.get("/public/mail/confirmed").statusCode()).isEqualTo(200);
        assertThat(page()).contains("Mails go to " + address);
        assertThat(nobody.get(link).statusCode()).as("used up").isEqualTo(404);

        mary.post(mary.at(PAGE + "/address/remove"), Map.of());
        assertThat(page()).doesNotContain(address).contains("your LMS tells us no address");
    }

    @Test
    void addressWhenAnotherWasEnteredSinceThenTheOldLinkIsNoGood() {
        String first = TestMailbox.address();
        propose(first);
        String link = link(TestMailbox.part(TestMailbox.await(first), "text/plain"), MailLinks.CONFIRM);
        propose(TestMailbox.address());
        assertThat(mary.withCookies("").postRaw(link, Map.of()).statusCode()).isEqualTo(404);
        assertThat(page()).doesNotContain("Mails go to");
    }

    @Test
    void linkWhenItsNumberIsMadeUpThenOnlyUnknown() {
        SignedIn nobody = mary.withCookies("");
        for (String number : List.of("z".repeat(13), "z".repeat(12), "0")) {
            String token = number + "." + "A".repeat(43);
            for (String path : List.of(MailLinks.CONFIRM + token, MailLinks.OFF + token)) {
                assertThat(nobody.get(path).statusCode()).as(path).isEqualTo(404);
                assertThat(nobody.postRaw(path, Map.of()).statusCode()).as(path).isEqualTo(404);
            }
        }
    }

    @Test
    void addressWhenItCannotBeOneThenSaidAndKept() {
        var answer = propose("mary@nowhere");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("does not look like an e-mail address", "value=\"mary@nowhere\"");
        for (String wrong : List.of(
                "", "a b@c.example", "a@b.example\r\nBcc: x@y.example", "<a@b.example>", "a@b.example,c@d.example")) {
            assertThat(propose(wrong).statusCode()).as(wrong).isEqualTo(422);
        }
    }

    @Test
    void addressWhenEnteredAgainAndAgainThenLimited() {
        String address = TestMailbox.address();
        for (int i = 0; i < 5; i++) {
            assertThat(propose(address).statusCode()).isEqualTo(302);
        }
        assertThat(propose(address).statusCode()).isEqualTo(422);
        SignedIn other = members.course().coach("Ken Park");
        assertThat(other.post(other.at(PAGE + "/address"), Map.of("address", address))
                        .statusCode())
                .as("nor can others fill that mailbox")
                .isEqualTo(422);
    }

    @Test
    void choicesWhenSavedThenStillThere() {
        mary.post(mary.at(PAGE), Map.of("to", "OFF", "reminders", "yes", "when", "now"));
        assertThat(page())
                .containsPattern("value=\"OFF\" checked")
                .containsPattern("name=\"reminders\" value=\"yes\" checked")
                .doesNotContainPattern("name=\"messages\" value=\"yes\" checked")
                .containsPattern("value=\"now\" checked");
    }

    @Test
    void choicesWhenMadeByOneThenOthersKeepTheirs() {
        SignedIn stranger = members.course().coach("Mary Ellis");
        email(mary, TestMailbox.address());
        String other = email(stranger, TestMailbox.address());
        mary.post(mary.at(PAGE), Map.of("to", "OFF"));
        assertThat(stranger.get(stranger.at(PAGE)).body()).contains("Mails go to " + other);
        assertThat(stranger.get(mary.at(PAGE)).statusCode()).isEqualTo(401);
    }

    @Test
    void pauseWhenAskedByOthersThanTrainersThenRefused() {
        assertThat(mary.post(mary.at(PAGE + "/pause"), Map.of("go", "off")).statusCode())
                .isEqualTo(403);
        assertThat(page()).doesNotContain("/messages/pause");
        SignedIn tom = course.trainer("Tom Trainer");
        assertThat(tom.get(tom.at(PAGE)).body()).contains("/messages/pause");
        SignedIn elsewhere = members.course().trainer("Tina Other");
        assertThat(elsewhere.post(tom.at(PAGE + "/pause"), Map.of("go", "off")).statusCode())
                .isIn(401, 403);
        assertThat(tom.get(tom.at(PAGE)).body()).contains("Coaches who want mail are reminded");
    }

    @Test
    void nudgeWhenAtOnceIsChosenThenMailedWithTheTrainersName() throws MessagingException {
        String address = email(mary, TestMailbox.address());
        mary.post(mary.at(PAGE), Map.of("to", "LMS", "messages", "yes", "when", "now"));
        nudge("Do you need a <hand> with the plan?");
        var mail = TestMailbox.await(address);
        assertThat(mail.getSubject()).isEqualTo("A message from Ruth Adeyemi");
        assertThat(TestMailbox.part(mail, "text/plain"))
                .contains("From Ruth Adeyemi, your trainer:", "> Do you need a <hand> with the plan?");
        assertThat(TestMailbox.part(mail, "text/html")).contains("Do you need a &lt;hand&gt; with the plan?");
        assertThat(kept()).as("its words are kept no longer").isEqualTo(1);
    }

    @Test
    void nudgeWhenDailyThenWithTheNextDigestInOneMail() {
        String address = email(mary, TestMailbox.address());
        nudge("First");
        nudge("Second");
        MovableClock clock = new MovableClock(Instant.EPOCH);
        MailNode node = MailNode.of(app, clock);
        ZoneId there = ZoneId.of(nightNow());
        clock.set(LocalDate.of(2032, 5, 4)
                .atTime(LocalTime.of(5, 0))
                .atZone(there)
                .toInstant());
        node.round();
        assertThat(TestMailbox.to(address)).as("at night").isEmpty();
        clock.set(LocalDate.of(2032, 5, 4)
                .atTime(LocalTime.of(9, 0))
                .atZone(there)
                .toInstant());
        node.round();
        node.round();
        assertThat(TestMailbox.to(address)).hasSize(1);
        assertThat(TestMailbox.part(TestMailbox.to(address).getFirst(), "text/plain"))
                .contains("> First", "> Second");
    }

    @Test
    void nudgeWhenTheTrainersNameIsVeryLongThenTheSubjectIsCut() throws MessagingException {
        String address = email(mary, TestMailbox.address());
        mary.post(mary.at(PAGE), Map.of("to", "LMS", "messages", "yes", "when", "now"));
        String name = "Ruth 😀 ".repeat(31).strip();
        nudge(course.trainer(name), "Hello");
        assertThat(TestMailbox.await(address).getSubject())
                .startsWith("A message from Ruth")
                .endsWith("…")
                .hasSizeLessThan(200);
        assertThat(TestMailbox.part(TestMailbox.await(address), "text/plain")).contains("From " + name);
    }

    @Test
    void nudgesWhenVeryManyThenInOneLongDigest() {
        String address = email(mary, TestMailbox.address());
        nudge("x".repeat(1_000));
        for (int i = 0; i < 70; i++) {
            jdbc.sql("insert into notifications_item (person_id, course_id, member_id, sender_id, message, said_at)"
                            + " select person_id, course_id, member_id, sender_id, message, said_at"
                            + " from notifications_item where person_id = ? order by id limit 1")
                    .param(mary.member().person())
                    .update();
        }
        MailNode.of(app, morning(LocalDate.of(2032, 6, 1))).round();
        assertThat(TestMailbox.part(TestMailbox.await(address), "text/plain")).hasSizeGreaterThan(70_000);
    }

    @Test
    void digestWhenDroppedThenItsMessagesComeWithTheNextUnlessTheyAreOld() {
        String address = email(mary, TestMailbox.address());
        MovableClock clock = morning(LocalDate.of(2032, 7, 6));
        nudge("Long ago");
        nudge("See you there");
        jdbc.sql("update notifications_item set said_at = ? where person_id = ? and message = 'See you there'")
                .params(Utc.of(clock.instant()), mary.member().person())
                .update();
        MailNode node = MailNode.of(app, clock);
        node.digests().gather();
        mary.post(mary.at(PAGE), Map.of("to", "OFF", "messages", "yes", "when", "daily"));
        node.delivery().run();
        assertThat(state()).isEqualTo("DROPPED NOT_WANTED");
        mary.post(mary.at(PAGE), Map.of("to", "LMS", "messages", "yes", "when", "daily"));
        clock.advance(Duration.ofDays(1));
        node.round();
        node.round();
        assertThat(TestMailbox.part(TestMailbox.await(address), "text/plain"))
                .contains("> See you there")
                .doesNotContain("Long ago");
    }

    @Test
    void messageWhenAnotherMailHasItThenNotMailedOnceMore() {
        String address = email(mary, TestMailbox.address());
        nudge("Only once");
        MailNode node = MailNode.of(app, morning(LocalDate.of(2032, 8, 3)));
        var parts = node.items().parts(node.items().waitingOf(mary.member().person()));
        assertThat(parts).hasSize(1);
        node.digests().gather(); // another node was quicker
        Addressee to = app.getBean(Addressees.class).of(mary.member());
        assertThat(node.digestRows().add(to, LocalDate.of(2032, 8, 4), parts)).isFalse();
        node.delivery().run();
        assertThat(TestMailbox.to(address)).hasSize(1);
    }

    @Test
    void messageWhenTodaysDigestIsOutThenNotLookedAtBeforeTheNextMorning() {
        String address = email(mary, TestMailbox.address());
        MovableClock clock = morning(LocalDate.of(2032, 9, 7));
        MailNode node = MailNode.of(app, clock);
        nudge("First");
        node.round();
        nudge("Second");
        assertThat(waits(node)).isTrue();
        node.round();
        assertThat(waits(node)).isFalse();
        clock.advance(Duration.ofMinutes(21 * 60 + 59));
        assertThat(waits(node)).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(waits(node)).isTrue();
        node.round();
        assertThat(TestMailbox.to(address)).hasSize(2);
    }

    private boolean waits(MailNode node) {
        return node.items().waiting().stream()
                .anyMatch(item -> item.person() == mary.member().person());
    }

    @Test
    void partsWhenOneTrainerWroteAllThenTheirNameIsAskedForOnce() {
        email(mary, TestMailbox.address());
        for (int i = 0; i < 10; i++) {
            nudge("Message " + i);
        }
        Items items = MailNode.of(app, morning(LocalDate.of(2032, 10, 5))).items();
        var waiting = items.waitingOf(mary.member().person());
        assertThat(waiting).hasSize(10);
        assertThat(Statements.during("course_member", () -> items.parts(waiting)))
                .isNotEmpty()
                .hasSizeLessThan(6);
    }

    @Test
    void nudgeWhenThereIsNoAddressOrMessagesAreNotWantedThenNothingIsKeptForMails() {
        nudge("No address");
        email(mary, TestMailbox.address());
        mary.post(mary.at(PAGE), Map.of("to", "LMS", "reminders", "yes"));
        nudge("Not wanted");
        assertThat(jdbc.sql("select count(*) from notifications_item where person_id = ?")
                        .param(mary.member().person())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("A mail server’s final no switches the address off, the person is told, and the log names nobody")
    void addressWhenTheServerRefusesItForGoodThenOffWithANotice(CapturedOutput log) {
        String gone = "gone@" + UUID.randomUUID() + ".example";
        email(mary, gone);
        MovableClock clock = inDays(400);
        try (MailCatcher server = MailCatcher.start(0)) {
            MailNode node = MailNode.of(app, clock, new MailPost(server(server.port()), MailNode.FROM));
            long mail = node.rows().add(mary.member().person(), Mail.Kind.DIGEST, "2032-01-01", gone, letter());
            node.delivery().send(mail);
        }
        assertThat(state()).isEqualTo("DROPPED NO_ADDRESS");
        app.getBean(Addressees.class).refuse(mary.member().person(), gone); // so that its memory of 10 seconds is fresh
        assertThat(page()).contains("there is no address " + gone);
        assertThat(mary.get(mary.at("")).body()).contains("there is no address " + gone);
        mary.post(mary.at(PAGE + "/address/seen"), Map.of());
        assertThat(mary.get(mary.at("")).body()).doesNotContain(gone);
        mary.post(mary.at(PAGE + "/address/again"), Map.of());
        assertThat(page()).contains("Mails go to " + gone);
        assertThat(log.getAll()).doesNotContain(gone);
    }

    @Test
    void mailWhenNoServerAnswersThenWaitsLongerEachTime(CapturedOutput log) {
        String address = email(mary, TestMailbox.address());
        MovableClock clock = inDays(401);
        MailNode cut = MailNode.of(app, clock, new MailPost(server(1), MailNode.FROM));
        long mail = cut.rows().add(mary.member().person(), Mail.Kind.DIGEST, "2032-01-01", address, letter());
        cut.delivery().send(mail);
        assertThat(state()).isEqualTo("WAITING NO_SERVER");
        MailNode well = MailNode.of(app, clock);
        well.delivery().send(mail);
        assertThat(TestMailbox.to(address)).as("not before its time").isEmpty();
        clock.advance(Duration.ofMinutes(1));
        well.delivery().send(mail);
        assertThat(TestMailbox.to(address)).hasSize(1);
        assertThat(log.getAll()).contains("mail server does not take mails");
        assertThat(log.getAll().lines().filter(line -> !line.contains("greenmail"))) // the test's own mail server
                .noneMatch(line -> line.contains(address));
    }

    @Test
    void postWhenNoServerIsSetThenOffAndNothingIsGathered() {
        MailPost none = new MailPost((org.springframework.mail.javamail.JavaMailSender) null, MailNode.FROM);
        assertThat(none.on()).isFalse();
        assertThat(new MailPost(server(25), "").on()).isFalse();
        assertThat(new MailPost(server(25), MailNode.FROM).on()).isTrue();
    }

    @Test
    void dataWhenDownloadedThenHoldsAddressesAndMails() {
        String address = TestMailbox.address();
        propose(address);
        TestMailbox.await(address);
        assertThat(mary.get(mary.at("/my-data/download")).body())
                .contains(
                        "\"mailSettings\"", "\"addressToConfirm\" : \"" + address + "\"", "\"mails\"", "\"messageId\"");
        assertThat(mary.get(mary.at("/my-data")).body()).contains("Mails to you");
    }

    @Test
    void pageWhenOpenedByEachRoleThenHoldsNoAddressOfOthers() {
        String address = email(mary, TestMailbox.address());
        for (SignedIn who :
                List.of(course.trainer("Tom Trainer"), course.coach("Ken Park"), course.observer("Olga Stone"))) {
            assertThat(who.member().role()).isNotEqualTo(MemberRole.LEADER);
            for (String path : List.of("", PAGE, "/why", "/my-data")) {
                assertThat(who.get(who.at(path)).body()).doesNotContain(address);
            }
        }
        assertThat(page()).contains(address);
    }

    private String page() {
        return mary.get(mary.at(PAGE)).body();
    }

    private java.net.http.HttpResponse<String> propose(String address) {
        return mary.post(mary.at(PAGE + "/address"), Map.of("address", address));
    }

    private void nudge(String text) {
        nudge(course.trainer("Ruth Adeyemi"), text);
    }

    private void nudge(SignedIn ruth, String text) {
        var answer = ruth.post(
                ruth.at("/training/cohort/nudge"),
                Map.of("to", mary.member().id().toString(), "text", text));
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    private String link(String text, String path) {
        Matcher link = Pattern.compile(Pattern.quote(settings.baseUrl()) + "(" + path + "\\S+)")
                .matcher(text);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private String email(SignedIn who, String address) {
        jdbc.sql("update course_person set email = ?, zone = ? where id = ?")
                .params(address, nightNow(), who.member().person())
                .update();
        return address;
    }

    /** A zone in which it is 2 o'clock at night, so that the application's own rounds leave the digest to the test. */
    private static String nightNow() {
        int hours = Math.floorMod(
                        2 - Clock.systemUTC().instant().atZone(ZoneOffset.UTC).getHour() + 12, 24)
                - 12;
        return "Etc/GMT" + (hours <= 0 ? "+" : "-") + Math.abs(hours); // these names count westwards
    }

    /** Stands still at 9 o'clock where Mary is. */
    private static MovableClock morning(LocalDate day) {
        return new MovableClock(
                day.atTime(LocalTime.of(9, 0)).atZone(ZoneId.of(nightNow())).toInstant());
    }

    /** Stands still, at a time as the application's clock tells it. */
    private static MovableClock inDays(int days) {
        return new MovableClock(Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofDays(days)));
    }

    private static Letter letter() {
        return new Letter(new Letter.Paper("en-US", false), "Session 1 is due", "Hello,", List.of(), List.of());
    }

    private static JavaMailSenderImpl server(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return sender;
    }

    private String state() {
        return jdbc.sql("select concat(state, ' ', reason) from notifications_mail where person_id = ?")
                .param(mary.member().person())
                .query(String.class)
                .single();
    }

    private int kept() {
        return jdbc.sql("select count(*) from notifications_item where person_id = ? and mail_id is not null")
                .param(mary.member().person())
                .query(Integer.class)
                .single();
    }
}
