package org.peercoach.training.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoach.fixture.TestRoles.LEARNER;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.Member;
import org.peercoach.course.district.DistrictCourses;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.Completions;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestLaunch;
import org.peercoach.gradebook.Gradebook;
import org.peercoach.gradebook.PointsRecorded;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The certificate comes at once and once, stays, can be checked by anybody, and shows nobody more than it should. */
@ApplicationTest
class CertificateTests {

    private static final String PATH = "/training/certificate";
    private static final String LIST = "/training/certificates";
    private static final Instant BEGUN = Instant.parse("2026-08-28T15:00:00Z");
    private static final Instant DONE = Instant.parse("2027-05-20T15:00:00Z");

    @Autowired
    TestMembers members;

    @Autowired
    Gradebook gradebook;

    @Autowired
    Certificates certificates;

    @Autowired
    CertificateRows rows;

    @Autowired
    PortfolioRule portfolio;

    @Autowired
    DistrictHours hours;

    @Autowired
    DistrictCourses districts;

    @Autowired
    AuditTrail audit;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Afterwards afterwards;

    @Autowired
    DataSource database;

    private TestMembers.TestCourse course;
    private SignedIn mary;

    @BeforeEach
    void signIn() {
        course = members.course();
        mary = course.coach("Mary Ellis");
    }

    // ---- how it comes

    @Test
    void pageWhenSessionsAreMissingThenSaysHowFar() {
        Completions.pretend(mary.member(), 3, BEGUN, DONE);
        assertThat(page(mary)).contains("3 of 8 sessions complete").doesNotContain("Certificate number", "portfolio");
        assertThat(mary.get(mary.at("/training")).body()).contains("3 of 8 sessions complete");
        assertThat(mary.get(mary.at(PATH + "/certificate.pdf")).statusCode()).isEqualTo(404);
        assertThat(mary.get(mary.at(PATH + "/badge.jwt")).statusCode()).isEqualTo(404);
        assertThat(rows(mary)).isZero();
    }

    @Test
    void certificateWhenTheLastSessionIsRecordedThenThereAtOnce() {
        Completions.pretend(mary.member(), 8, BEGUN, DONE);
        gradebook.record(mary.member(), "session-3", 25, false);
        assertThat(rows(mary)).isZero();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            gradebook.record(mary.member(), "session-8", 25, true);
            assertThat(rows(mary)).as("before the commit").isZero();
        });
        afterwardsIsDone();
        assertThat(rows(mary)).isOne();
        assertThat(mary.get(mary.at("/training")).body()).contains("Your certificate");
    }

    @Test
    void ruleWhenAskedAfterTheCommitThenInATransactionOfItsOwn() {
        List<@Nullable String> asked = new java.util.ArrayList<>();
        CompletionRule rule = new CompletionRule(
                member -> {
                    asked.add(TransactionSynchronizationManager.getCurrentTransactionName());
                    return new CompletedSessions.Tally(0, 8, 1, null, null);
                },
                portfolio);
        Certificates own = new Certificates(rows, rule, hours, districts, audit, clock, transactions, afterwards);
        TransactionTemplate outer = new TransactionTemplate(transactions);
        outer.setName("the one before");
        outer.executeWithoutResult(status ->
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        own.pointsRecorded(new PointsRecorded(mary.member(), "session-8", 25, true));
                    }
                }));
        afterwardsIsDone();
        assertThat(asked).hasSize(1).doesNotContain("the one before");
    }

    @Test
    @DisplayName("A whole course finishes at once: nobody waits for a second connection")
    void pointsWhenRecordedWithEveryConnectionTakenThenCommittedAndIssuedLater() throws Exception {
        Completions.pretend(mary.member(), 8, BEGUN, DONE);
        int all = database.unwrap(HikariDataSource.class).getMaximumPoolSize();
        CyclicBarrier together = new CyclicBarrier(all);
        try (ExecutorService threads = Executors.newFixedThreadPool(all)) {
            List<Future<?>> records = IntStream.range(0, all)
                    .mapToObj(i ->
                            i == 0 ? mary.member() : course.coach("Coach " + i).member())
                    .toList()
                    .stream()
                    .<Future<?>>map(coach -> threads.submit(() -> recordTogether(together, coach)))
                    .toList();
            for (Future<?> one : records) {
                one.get(10, TimeUnit.SECONDS); // a connection is waited for 30 seconds
            }
        }
        afterwardsIsDone();
        assertThat(rows(mary)).isOne();
    }

    private void recordTogether(CyclicBarrier together, Member coach) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            // before what follows from the record, so that all hold their connections then
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    try {
                        together.await(20, TimeUnit.SECONDS);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
            });
            gradebook.record(coach, "session-8", 25, true);
        });
    }

    private void afterwardsIsDone() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        afterwards.run(() -> done.complete(null));
        done.join();
    }

    @Test
    void certificateWhenTheRuleWasMetOtherwiseThenThereAtTheNextLook() {
        Completions.pretend(mary.member(), 8, BEGUN, DONE);
        assertThat(mary.get(mary.at("/training")).body()).contains("Your certificate");
        assertThat(rows(mary)).isOne();
    }

    @Test
    void certificateWhenManyAskAtOnceThenOne() {
        Completions.pretend(mary.member(), 8, BEGUN, DONE);
        List<CompletableFuture<HttpResponse<String>>> asked = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> mary.get(mary.at(PATH))))
                .toList();
        assertThat(asked.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                .containsOnly(200);
        assertThat(rows(mary)).isOne();
        assertThat(certificates.issues(mary.member())).hasSize(1);
    }

    @Test
    void certificateWhenShownThenSaysWhoWhatAndWhen() {
        complete(mary);
        assertThat(page(mary))
                .contains(
                        "Mary Ellis",
                        "Peer Coaching program (24 hours)",
                        "(about 16 hours)",
                        course.district(),
                        "Begun August 28, 2026, completed May 20, 2027",
                        number(mary).path())
                .doesNotContain("presented a coaching portfolio");
    }

    @Test
    void certificateWhenPointsAreTakenBackThenStays() {
        complete(mary);
        Completions.pretend(mary.member(), 7, BEGUN, DONE);
        gradebook.record(mary.member(), "session-8", 21, false);
        assertThat(page(mary)).contains("Certificate number");
    }

    @Test
    void certificateWhenATrainerHasDoneEverythingThenNone() {
        SignedIn tom = course.trainer("Tom Trainer");
        Completions.pretend(tom.member(), 8, BEGUN, DONE);
        gradebook.record(tom.member(), "session-8", 25, true);
        afterwardsIsDone();
        assertThat(tom.get(tom.at("/training")).body()).contains("Certificates of this course");
        assertThat(rows(tom)).isZero();
    }

    // ---- the file

    @Test
    void fileWhenDownloadedThenAPdfOfOurs() {
        complete(mary);
        HttpResponse<String> file = mary.get(mary.at(PATH + "/certificate.pdf"));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"certificate-" + number(mary).shown() + ".pdf\"");
        assertThat(file.body()).startsWith("%PDF-1.");
    }

    // ---- the check

    @Test
    void checkWhenAnybodyAsksThenNameAndStatusOnly() {
        complete(mary);
        HttpResponse<String> check = nobody(number(mary).path());
        assertThat(check.statusCode()).isEqualTo(200);
        assertThat(check.body())
                .contains("Mary Ellis", "Valid", number(mary).shown())
                .doesNotContain(course.district(), "Lincoln Cohort 3", "2027", "hours", "<form");
        assertThat(check.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
        assertThat(check.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(check.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(nobody("/public/certificate/" + number(mary).value().toLowerCase(java.util.Locale.ROOT))
                        .body())
                .contains("Mary Ellis");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7KQ4-M2XP-9TRB-H5WD-C3NV", "1", "x%27%20or%201=1", "7KQ4-M2XP-9TRB-H5WD-C3NV/status"})
    void checkWhenTheNumberIsUnknownThenPlainlyNotThere(String number) {
        HttpResponse<String> check = nobody("/public/certificate/" + number);
        assertThat(check.statusCode()).isEqualTo(404);
        assertThat(check.body()).contains("No certificate has this number");
        assertThat(check.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
    }

    // ---- another name

    @Test
    void nameWhenTheLmsTellsAnotherThenOfferedAndTheOldNumberPointsOn() {
        complete(mary);
        CertificateNumber before = number(mary);
        assertThat(page(mary)).doesNotContain("Make it out anew");
        assertThat(mary.post(mary.at(PATH + "/new-issue"), Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(number(mary)).as("nothing to put right").isEqualTo(before);

        SignedIn stone = renamed("Mary Stone-Šťastná");
        assertThat(page(stone)).contains("Your LMS calls you Mary Stone-Šťastná now", "Make it out anew");
        stone.post(stone.at(PATH + "/new-issue"), Map.of());
        CertificateNumber after = number(stone);
        assertThat(after).isNotEqualTo(before);
        assertThat(page(stone)).contains("issue 2", after.shown()).doesNotContain("Make it out anew");
        assertThat(nobody(before.path()).body())
                .contains("Mary Ellis", "Replaced by a newer issue")
                .doesNotContain("Stone", after.shown());
        assertThat(nobody(after.path()).body()).contains("Mary Stone-Šťastná", "Valid");
        assertThat(rows(stone)).isOne();
    }

    @Test
    void nameWhenMadeOutAnewTwiceAtOnceThenOneNewIssue() {
        complete(mary);
        SignedIn stone = renamed("Mary Stone");
        String token = stone.csrf();
        List<CompletableFuture<HttpResponse<String>>> asked = IntStream.range(0, 5)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> stone.post(stone.at(PATH + "/new-issue"), Map.of(), token)))
                .toList();
        assertThat(asked.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                .containsOnly(302);
        assertThat(certificates.issues(stone.member())).hasSize(2);
    }

    // ---- the trainer

    @Test
    void trainerWhenRevokingThenReasonNeededToldToTheCoachAndUndone() {
        complete(mary);
        SignedIn tom = course.trainer("Tom Trainer");
        String one = tom.at(LIST) + "/" + id(mary);
        assertThat(tom.get(tom.at(LIST)).body())
                .contains("Mary Ellis", number(mary).shown(), "Holds");
        HttpResponse<String> refused = tom.post(one + "/revoke", Map.of("reason", "  "));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Please say why");
        assertThat(nobody(number(mary).path()).body()).contains("Valid");

        tom.post(one + "/revoke", Map.of("reason", "Issued by mistake: two portfolios were mixed up."));
        assertThat(tom.get(tom.at(LIST)).body()).contains("Revoked on", "two portfolios were mixed up", "Undo");
        assertThat(nobody(number(mary).path()).body())
                .contains("Mary Ellis", "Revoked")
                .doesNotContain("mixed up");
        assertThat(page(mary)).contains("A trainer revoked it on", "mixed up").doesNotContain("Download as PDF");
        assertThat(mary.get(mary.at(PATH + "/certificate.pdf")).statusCode()).isEqualTo(404);
        assertThat(mary.get(mary.at("/training")).body()).doesNotContain("sessions complete");

        tom.post(one + "/restore", Map.of());
        assertThat(nobody(number(mary).path()).body()).contains("Valid");
        assertThat(page(mary)).contains("Download as PDF");
        assertThat(acts(mary)).containsExactly("certificate.issued", "certificate.revoked", "certificate.restored");
    }

    @Test
    void trainerWhenOfAnotherCourseThenSeesAndRevokesNothing() {
        complete(mary);
        for (SignedIn other : List.of(course.sibling().trainer("Tina Other"), members.trainer())) {
            assertThat(other.get(other.at(LIST)).body()).doesNotContain("Mary Ellis");
            String one = other.at(LIST) + "/" + id(mary);
            assertThat(other.post(one + "/revoke", Map.of("reason", "No")).statusCode())
                    .isEqualTo(404);
            assertThat(other.post(one + "/restore", Map.of()).statusCode()).isEqualTo(404);
        }
        assertThat(nobody(number(mary).path()).body()).contains("Valid");
    }

    @Test
    void actsWhenOfTheWrongRoleThenRefused() {
        complete(mary);
        String one = mary.at(LIST) + "/" + id(mary);
        assertThat(mary.post(one + "/revoke", Map.of("reason", "No")).statusCode())
                .isEqualTo(403);
        SignedIn tom = course.trainer("Tom Trainer");
        for (String rest : List.of("", "/certificate.pdf", "/badge.jwt")) {
            assertThat(tom.get(tom.at(PATH + rest)).statusCode()).isEqualTo(403);
        }
        assertThat(tom.post(tom.at(PATH + "/new-issue"), Map.of()).statusCode()).isEqualTo(403);
        SignedIn ken = course.coach("Ken Park");
        assertThat(page(ken)).doesNotContain("Mary Ellis");
    }

    // ---- the district

    @Test
    void hoursWhenADistrictChangesThemThenForItsNewCertificatesOnly() {
        complete(mary);
        SignedIn ada = course.administrator("Ada Park");
        String path = "/d/" + ada.member().district() + "/certificates";
        String shown = ada.get(path).body();
        assertThat(shown).contains("value=\"24\"", "value=\"16\"");
        String token = shown.replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> refused = ada.post(path, Map.of("sessions", "many", "tasks", "0"), token);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"many\"", "from 1 to 999");
        assertThat(ada.post(path, Map.of("sessions", "30", "tasks", "12"), token)
                        .statusCode())
                .isEqualTo(302);

        SignedIn ken = course.coach("Ken Park");
        complete(ken);
        assertThat(page(ken)).contains("(30 hours)", "(about 12 hours)");
        assertThat(page(mary)).contains("(24 hours)", "(about 16 hours)");
        SignedIn elsewhere = members.coach();
        complete(elsewhere);
        assertThat(page(elsewhere)).contains("(24 hours)");
        SignedIn eve = members.administrator();
        assertThat(eve.get(path).statusCode()).isIn(401, 403, 404);
    }

    // ---- what there is

    private void complete(SignedIn who) {
        Completions.pretend(who.member(), 8, BEGUN, DONE);
        gradebook.record(who.member(), "session-8", 25, true);
        afterwardsIsDone();
    }

    private SignedIn renamed(String name) {
        return members.signIn(new TestLaunch(course, "Mary Ellis")
                .named(name)
                .roles(LEARNER)
                .custom(Map.of("pc_purpose", "training", "pc_role", "coach"))
                .build());
    }

    private static String page(SignedIn who) {
        return who.get(who.at(PATH)).body();
    }

    private HttpResponse<String> nobody(String path) {
        return mary.withCookies("").get(path);
    }

    private CertificateNumber number(SignedIn who) {
        return certificates.issues(who.member()).getLast().issue().number();
    }

    private long id(SignedIn who) {
        return certificates.issues(who.member()).getLast().id();
    }

    private int rows(SignedIn who) {
        return jdbc.sql("select count(*) from training_certificate where member_id = ?")
                .param(who.member().id().value())
                .query(Integer.class)
                .single();
    }

    private List<@Nullable String> acts(SignedIn who) {
        return jdbc.sql("select act from audit_entry where subject = ? and act like 'certificate.%' order by id")
                .param("member:" + who.member().id())
                .query(String.class)
                .list();
    }
}
