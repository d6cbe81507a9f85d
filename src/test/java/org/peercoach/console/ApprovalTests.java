package org.peercoach.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.course.session.KnownMembers;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Rulings 5 and 6: who sees and approves which deployment. */
@ApplicationTest
class ApprovalTests {

    @Autowired
    TestMembers members;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KnownMembers known;

    @Autowired
    Approvals approvals;

    @Autowired
    TransactionTemplate transaction;

    private TestDistrict lincoln;

    @BeforeEach
    void begin() {
        lincoln = TestDistrict.in(members, jdbc);
    }

    @Test
    @DisplayName("LTI-T15: an administrator approves a new deployment of the own LMS")
    void approveWhenSameRegistrationAndGuidThenOpenAndNoted() {
        long pending = lincoln.pending(lincoln.guid());
        assertThat(page()).contains("/lms/" + pending + "/approve");
        assertThat(post(pending, "approve")).isEqualTo(302);
        assertThat(lincoln.status(pending)).isEqualTo("APPROVED");
        assertThat(acts())
                .contains("deployment.approved deployment:" + pending + " person:"
                        + lincoln.administrator().member().person());
    }

    @Test
    void approveWhenAnotherLmsOfTheSameRegistrationThenNeitherSeenNorTouched() {
        long stranger = lincoln.pending("guid-of-somebody-else");
        long silent = lincoln.pending(lincoln.guid());
        jdbc.sql("update lti_deployment set platform_guid = null where id = ?")
                .param(silent)
                .update();
        assertThat(page()).doesNotContain("/lms/" + stranger + "/").doesNotContain("/lms/" + silent + "/");
        assertThat(post(stranger, "approve")).isEqualTo(404);
        assertThat(post(silent, "approve")).isEqualTo(404);
        assertThat(lincoln.status(stranger)).isEqualTo("PENDING");
    }

    @Test
    void actsWhenDeploymentOfAnotherDistrictThenNotThere() {
        TestDistrict franklin = TestDistrict.in(members, jdbc);
        long pending = franklin.pending(franklin.guid());
        for (String act : new String[] {"approve", "refuse", "close"}) {
            assertThat(post(pending, act)).isEqualTo(404);
            assertThat(post(franklin.deployment(), act)).isEqualTo(404);
        }
        assertThat(franklin.status(pending)).isEqualTo("PENDING");
        assertThat(franklin.status(franklin.deployment())).isEqualTo("APPROVED");
    }

    @Test
    void districtsWhenNamesDifferInCaseOnlyThenStrangers() {
        TestDistrict franklin = TestDistrict.in(members, jdbc);
        jdbc.sql("update lti_deployment set district_name = ? where id = ?")
                .params(lincoln.course().district().toUpperCase(java.util.Locale.ROOT), franklin.deployment())
                .update();
        assertThat(page()).doesNotContain("/lms/" + franklin.deployment() + "/");
    }

    @Test
    void refuseWhenWaitingThenClosedUntilTheDistrictOpensIt() {
        long pending = lincoln.pending(lincoln.guid());
        post(pending, "refuse");
        assertThat(lincoln.status(pending)).isEqualTo("REFUSED");
        post(pending, "approve");
        assertThat(lincoln.status(pending)).isEqualTo("APPROVED");
        post(pending, "close");
        assertThat(lincoln.status(pending)).isEqualTo("DISABLED");
    }

    @Test
    @DisplayName("Ruling 21: whoever came by a closed place is outside within ten seconds")
    void closeWhenSomebodyIsInsideThenOutside() {
        SignedIn coach = lincoln.course().coach("Mary Ellis");
        post(lincoln.pending(lincoln.guid()), "approve");
        assertThat(coach.get(coach.at("")).statusCode()).isEqualTo(200);
        post(lincoln.deployment(), "close");
        known.forget(); // as ten seconds do
        assertThat(coach.get(coach.at("")).statusCode()).isEqualTo(401);
        post(lincoln.deployment(), "approve");
        known.forget();
        assertThat(coach.get(coach.at("")).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("Ruling 21: a closed or switched-off LMS keeps no administrator in its district")
    void administratorWhenTheirLmsIsClosedOrOffThenOutside() {
        assertThat(districtStatus()).isEqualTo(200);
        change("update lti_deployment set status = 'DISABLED' where id = ?", lincoln.deployment());
        assertThat(districtStatus()).isEqualTo(401);
        change("update lti_deployment set status = 'APPROVED' where id = ?", lincoln.deployment());
        assertThat(districtStatus()).isEqualTo(200);
        long registration = lincoln.course().target().registrationId();
        change("update lti_registration set switched_off_at = created_at where id = ?", registration);
        assertThat(districtStatus()).isEqualTo(401);
        change("update lti_registration set switched_off_at = null where id = ?", registration);
        change("update lti_deployment set district_name = 'Elsewhere' where id = ?", lincoln.deployment());
        assertThat(districtStatus()).isEqualTo(401);
    }

    private int districtStatus() {
        return lincoln.administrator().get(lincoln.path("/lms")).statusCode();
    }

    private void change(String sql, long id) {
        jdbc.sql(sql).param(id).update();
        known.forget(); // as ten seconds do
    }

    @Test
    void closeWhenLastOpenOneThenLeftOpen() {
        post(lincoln.deployment(), "close");
        assertThat(lincoln.status(lincoln.deployment())).isEqualTo("APPROVED");
    }

    @Test
    void closeWhenTwoCloseTheTwoLastAtOnceThenOneStaysOpen() throws Exception {
        long other = lincoln.pending(lincoln.guid());
        post(other, "approve");
        Caller caller = new Caller(lincoln.id(), lincoln.course().district(), "person:1");
        CountDownLatch closed = new CountDownLatch(1);
        try (ExecutorService somebodyElse = Executors.newSingleThreadExecutor()) {
            Future<?> first = somebodyElse.submit(() -> transaction.executeWithoutResult(status -> {
                approvals.close(caller, lincoln.deployment());
                closed.countDown();
                LockSupport.parkNanos(Duration.ofMillis(300).toNanos()); // not committed yet
            }));
            assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> approvals.close(caller, other)).isInstanceOf(Refused.class);
            first.get(10, TimeUnit.SECONDS);
        }
        assertThat(lincoln.status(lincoln.deployment())).isEqualTo("DISABLED");
        assertThat(lincoln.status(other)).isEqualTo("APPROVED");
    }

    @Test
    void approveWhenTheOperatorHasRefusedThenStaysRefused() {
        long pending = lincoln.pending(lincoln.guid());
        jdbc.sql("update lti_deployment set status = 'REFUSED', decided_by = 'OPERATOR' where id = ?")
                .param(pending)
                .update();
        assertThat(page()).contains("The operator has decided this.");
        post(pending, "approve");
        assertThat(lincoln.status(pending)).isEqualTo("REFUSED");
    }

    @Test
    void overviewWhenSomethingWaitsThenSaysSo() {
        String calm = lincoln.administrator().get(lincoln.path("")).body();
        assertThat(calm).contains("Nothing waits for you.");
        jdbc.sql("update course_course set purpose = null where district_id = ?")
                .param(lincoln.id())
                .update();
        String before = lincoln.administrator().get(lincoln.path("")).body();
        lincoln.pending(lincoln.guid());
        String after = lincoln.administrator().get(lincoln.path("")).body();
        assertThat(before).doesNotContain("waits for approval").contains("One course has no purpose yet");
        assertThat(after).contains("One place of your LMS waits for approval");
    }

    @Test
    @DisplayName("A district without a course is told how to begin, and one in which nothing waits is told so")
    void overviewWhenNoCourseThenThreeStepsAndNoZeros() {
        jdbc.sql("update course_course set purpose = 'TRAINING' where district_id = ?")
                .param(lincoln.id())
                .update();
        String page = lincoln.administrator().get(lincoln.path("")).body();
        assertThat(page).contains("Nothing waits for you.", "People by role").doesNotContain("Three steps");
        TestDistrict franklin = TestDistrict.in(members, jdbc);
        jdbc.sql("update course_course set district_id = ? where district_id = ?")
                .params(franklin.id(), lincoln.id())
                .update();
        assertThat(lincoln.administrator().get(lincoln.path("")).body())
                .contains("Three steps to begin", lincoln.path("/lms/install"), lincoln.path("/lms"))
                .doesNotContain("Nothing waits for you.", "People by role");
    }

    private String page() {
        return lincoln.administrator().get(lincoln.path("/lms")).body();
    }

    private int post(long deployment, String act) {
        return TestForms.post(
                        lincoln.administrator(),
                        lincoln.path(""),
                        lincoln.path("/lms/" + deployment + "/" + act),
                        Map.of())
                .statusCode();
    }

    private java.util.List<String> acts() {
        return jdbc.sql("select concat(act, ' ', subject, ' ', actor) from audit_entry where district_id = ?")
                .param(lincoln.id())
                .query((row, index) -> row.getString(1))
                .list();
    }
}
