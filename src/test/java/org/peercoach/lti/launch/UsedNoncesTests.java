package org.peercoach.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.FreshDatabase;
import org.peercoach.fixture.SetClock;
import org.springframework.transaction.support.TransactionTemplate;

/** LTI-T12: single use, in the database. */
@Tag("database")
class UsedNoncesTests {

    private final SetClock clock = new SetClock(TestChecks.NOW);
    private final FreshDatabase database = FreshDatabase.with("lti");
    private final UsedNonces nonces = new UsedNonces(database.jdbc(), clock);

    @Test
    @DisplayName("LTI-T12: a nonce is used once, whichever node asks; letters' case counts")
    void consumeWhenUsedBeforeThenRefused() {
        nonces.consume("abc");
        nonces.consume("ABC");
        UsedNonces otherNode = new UsedNonces(database.jdbc(), clock);
        assertThatThrownBy(() -> otherNode.consume("abc"))
                .isInstanceOfSatisfying(
                        LaunchRefused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.LAUNCH_USED));
        assertThat(otherNode.isUsed("abc")).isTrue();
        assertThat(otherNode.isUsed("Abc")).isFalse();
    }

    @Test
    @DisplayName("A launch that fails leaves its nonce unused")
    void consumeWhenRolledBackThenUnused() {
        new TransactionTemplate(database.transactions()).executeWithoutResult(status -> {
            nonces.consume("abc");
            status.setRollbackOnly();
        });
        assertThat(nonces.isUsed("abc")).isFalse();
    }

    @Test
    @DisplayName("Rows stay as long as their state may launch, then go, however many there are")
    void purgeWhenTimeHasPassedThenOnlyOldOnesGo() {
        String old = UsedNonces.begun(clock.instant());
        IntStream.range(0, 5001).forEach(i -> nonces.consume(old + i));
        clock.pass(PendingLaunches.LIFE);
        String young = UsedNonces.begun(clock.instant()) + "young";
        nonces.consume(young);
        nonces.purge();
        assertThat(nonces.isUsed(old + "0")).isTrue();
        clock.pass(Duration.ofMinutes(6));
        nonces.purge();
        assertThat(database.jdbc()
                        .sql("select nonce from lti_used_nonce")
                        .query(String.class)
                        .list())
                .containsExactly(young);
    }

    @Test
    @DisplayName("Forms of installers are kept for their own time, and go then")
    void purgeWhenFormOfInstallerThenByItsOwnTime() {
        InstallerForm form = new InstallerForm(
                "r-0123",
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).plusMinutes(30));
        database.jdbc()
                .sql("insert into lti_used_nonce (nonce, expires_at) values (?, ?)")
                .params(form.id(), form.expires())
                .update();
        clock.pass(Duration.ofMinutes(29));
        nonces.purge();
        assertThat(nonces.isUsed(form.id())).isTrue();
        clock.pass(Duration.ofMinutes(2));
        nonces.purge();
        assertThat(nonces.isUsed(form.id())).isFalse();
    }

    private record InstallerForm(String id, LocalDateTime expires) {}
}
