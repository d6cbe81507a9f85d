package org.peercoach.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peercoach.course.GradingPlace;
import org.peercoach.course.MemberRole;
import org.peercoach.course.district.Administrator;
import org.peercoach.fixture.PlatformStub;
import org.peercoach.gradebook.DeliveryStatus.State;
import org.peercoach.lti.ServiceTarget;
import org.peercoach.lti.service.TestClients;

/** LTI-A2: an LMS that gives no token for a while is left alone, and gets everything afterwards. */
@Tag("database")
class RefusedTokenTests {

    private static final int PEOPLE = 30;

    private final PlatformStub platform = PlatformStub.start();
    private final Bench bench =
            new Bench(TestDatabase.empty(), TestClients.gradebook(platform.registration(), new BenchClock()));

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void runWhenTheTokenIsRefusedThenOneRequestAndNothingIsLost() {
        platform.acceptsScores();
        platform.refusesToken(401, "invalid_client");
        bench.place(new GradingPlace(
                new ServiceTarget(7, 70),
                PlatformStub.SCOPES,
                platform.lineItemsUrl(),
                "link-1",
                platform.lineItemUrl(1)));
        IntStream.rangeClosed(1, PEOPLE).forEach(person -> bench.record(person, 10));
        Instant begun = bench.clock.instant();
        bench.run();
        long tens = Duration.between(begun, bench.clock.instant()).toSeconds() / 10 + 1;
        assertThat(platform.tokenRequests()).hasSizeBetween(1, (int) tens);
        assertThat(IntStream.rangeClosed(1, PEOPLE).mapToObj(bench::status))
                .extracting(DeliveryStatus::state)
                .containsOnly(State.WAITING);
        assertThat(IntStream.rangeClosed(1, PEOPLE).mapToObj(bench::status))
                .extracting(DeliveryStatus::reasonKey)
                .contains(Reasons.SIGN_IN);

        platform.answersTokenAsHtml();
        for (int minute = 0; minute < 20 && platform.scoreRequests().size() < PEOPLE; minute++) {
            bench.runAfter(Duration.ofMinutes(1));
        }
        assertThat(platform.scoreRequests()).hasSize(PEOPLE);
        assertThat(IntStream.rangeClosed(1, PEOPLE).mapToObj(bench::status))
                .extracting(DeliveryStatus::state)
                .containsOnly(State.SENT);
    }

    @Test
    @DisplayName("Whoever presses “Send again” has the token asked for at once")
    void sendAgainWhenPressedThenTheQueueTriesAgain() {
        Bench plain = new Bench();
        plain.record(1, 10);
        plain.jdbc.sql("update gradebook_score set state = 'FAILED'").update();
        TrainerActs trainer = new TrainerActs(
                plain.book,
                new OldColumns(plain.lineItems, plain.roster, plain.service),
                plain.differences,
                plain.readings,
                plain.roster,
                plain.service,
                new DeliveryBell(plain.woken::add),
                plain.audit,
                plain.clock);
        trainer.sendAgain(Bench.member(9, MemberRole.TRAINER), "session-1");
        assertThat(plain.lms.triedAgain).containsExactly("lms.example:443 client");

        plain.jdbc
                .sql("update gradebook_score set state = 'FAILED', queue = 'other.example:443 x'")
                .update();
        DistrictActs district = new DistrictActs(
                new DistrictScores(plain.jdbc),
                plain.rows,
                plain.service,
                new DeliveryBell(plain.woken::add),
                plain.audit,
                plain.clock);
        district.sendAgain(new Administrator(1, "Lincoln", 5, "Ada Park", ZoneOffset.UTC), null);
        assertThat(plain.lms.triedAgain).containsExactly("lms.example:443 client", "other.example:443 x");
    }

    /** The bench's, which is not there yet when its service is made. */
    private final class BenchClock extends Clock {

        @Override
        public Instant instant() {
            return bench.clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
