package org.peercoach.lti.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.FreshDatabase;
import org.peercoach.fixture.SetClock;
import org.peercoach.fixture.TestSettings;
import org.peercoach.shared.Seals;

@Tag("database")
class ToolKeysTests {

    private static final FreshDatabase DATABASE = FreshDatabase.with("lti");

    private final SetClock clock = new SetClock(Instant.parse("2026-11-23T10:00:00Z"));
    private final ToolKeys node = node(TestSettings.SECRET);
    private final ToolKeys otherNode = node(TestSettings.SECRET);

    @BeforeEach
    void noKeys() {
        DATABASE.jdbc().sql("delete from lti_tool_key").update();
    }

    @Test
    void signerWhenFirstUsedThenMakesRsa2048KeyKnownToEveryNode() {
        RSAKey key = node.signer();
        assertThat(key.size()).isEqualTo(2048);
        assertThat(key.getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(key.getKeyUse()).isEqualTo(KeyUse.SIGNATURE);
        assertThat(otherNode.signer().getKeyID()).isEqualTo(key.getKeyID());
        assertThat(otherNode.signer().isPrivate()).isTrue();
    }

    @Test
    void signerWhenManyNodesStartAtOnceThenOneKey() throws Exception {
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            List<Callable<String>> starts = Stream.generate(() -> node(TestSettings.SECRET))
                    .limit(4)
                    .<Callable<String>>map(fresh -> () -> fresh.signer().getKeyID())
                    .toList();
            List<String> signers = nodes.invokeAll(starts).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertThat(signers).containsOnly(signers.getFirst());
        }
        assertThat(node.published().size()).isEqualTo(1);
    }

    @Test
    void publishedWhenReadThenHoldsNoPrivatePart() {
        node.signer();
        assertThat(node.published().getKeys()).noneMatch(JWK::isPrivate).allSatisfy(key -> {
            assertThat(key.getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
            assertThat(key.getKeyUse()).isEqualTo(KeyUse.SIGNATURE);
            assertThat(key.getKeyID()).isNotBlank();
        });
    }

    @Test
    void databaseWhenReadThenHoldsNoPrivatePartInClear() {
        node.signer();
        String stored = DATABASE.jdbc()
                .sql("select sealed_private from lti_tool_key")
                .query(String.class)
                .single();
        assertThat(stored).startsWith("ey").doesNotContain("\"d\"");
    }

    @Test
    void rotateWhenAskedThenPublishedWellBeforeItSigns() {
        String before = node.signer().getKeyID();
        node.rotate();
        assertThat(node.published().size()).isEqualTo(2);
        assertThat(node.signer().getKeyID()).isEqualTo(before);
        clock.pass(Duration.ofMinutes(14));
        assertThat(node.signer().getKeyID()).isEqualTo(before);
        clock.pass(Duration.ofMinutes(1));
        assertThat(node.signer().getKeyID()).isNotEqualTo(before);
        assertThat(ids(node)).contains(before);
    }

    @Test
    void rotateWhenDoneOnOneNodeThenOthersPublishItWithinAMinute() {
        node.signer();
        otherNode.signer();
        node.rotate();
        clock.pass(Duration.ofSeconds(60));
        assertThat(ids(otherNode)).isEqualTo(ids(node)).hasSize(2);
    }

    @Test
    void rotateWhenOverlapIsOverThenOldKeyIsGone() {
        String before = node.signer().getKeyID();
        node.rotate();
        clock.pass(ToolKeys.LEAD.plus(ToolKeys.OVERLAP).minusSeconds(60));
        assertThat(ids(node)).contains(before);
        clock.pass(Duration.ofMinutes(2));
        node.keepFresh();
        assertThat(ids(node)).doesNotContain(before).hasSize(1);
        assertThat(DATABASE.jdbc()
                        .sql("select count(*) from lti_tool_key")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void rotateWhenTwoNodesDoItAtOnceThenOneOrTwoKeysAndNoFault() throws Exception {
        node.signer();
        otherNode.signer();
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            nodes.invokeAll(List.of(Executors.callable(node::rotate), Executors.callable(otherNode::rotate)))
                    .forEach(java.util.concurrent.Future::resultNow);
        }
        assertThat(node.published().size()).isBetween(2, 3);
    }

    @Test
    void keepFreshWhenNewestKeyIsNinetyDaysOldThenRotatesOnce() {
        node.signer();
        node.keepFresh();
        assertThat(ids(node)).hasSize(1);
        clock.pass(ToolKeys.AGE.plusSeconds(1));
        node.keepFresh();
        otherNode.keepFresh();
        assertThat(ids(node)).hasSize(2);
    }

    @Test
    void signerWhenSecretIsGoneThenNewKeySignsAndOldStaysPublished() {
        String before = node.signer().getKeyID();
        ToolKeys changed = node("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVowMTIzNDU=");
        assertThat(changed.signer().getKeyID()).isNotEqualTo(before);
        assertThat(ids(changed)).contains(before);
    }

    @Test
    void signerWhenSecretIsOnlyPushedBackThenSameKey() {
        String before = node.signer().getKeyID();
        ToolKeys changed = node("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVowMTIzNDU=," + TestSettings.SECRET);
        assertThat(changed.signer().getKeyID()).isEqualTo(before);
    }

    private static List<String> ids(ToolKeys node) {
        return node.published().getKeys().stream().map(JWK::getKeyID).toList();
    }

    private ToolKeys node(String secret) {
        Seals seals = new Seals(TestSettings.withSecret(secret), clock);
        return new ToolKeys(new ToolKeyRows(DATABASE.jdbc(), seals, DATABASE.transactions()), clock);
    }
}
