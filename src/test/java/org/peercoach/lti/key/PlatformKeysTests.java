package org.peercoach.lti.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peercoach.lti.registration.Registration;
import org.peercoach.shared.GuardedHttp;

class PlatformKeysTests {

    private static final JWK FIRST = key("first");
    private static final JWK SECOND = key("second");
    private static final PlatformKeys.Timing SHORT =
            new PlatformKeys.Timing(Duration.ofMillis(20), Duration.ofHours(4), Duration.ofMillis(10));

    private final Answers lms = new Answers();
    private final PlatformKeys keys = new PlatformKeys(lms);

    @Test
    void keyWhenKnownThenFetchedOnceForManyLaunches() throws Exception {
        lms.always(() -> set(FIRST));
        for (int i = 0; i < 100; i++) {
            assertThat(find(keys, registration(1, "https://lms.example/jwks"), "first"))
                    .isNotNull();
        }
        assertThat(lms.asked).isEqualTo(1);
    }

    /** LTI-T4: Nimbus' default would fetch 20 times. */
    @Test
    void keyWhenTwentyUnknownIdsThenHardlyAnyFetchAndGoodKeyStaysKnown() throws Exception {
        lms.always(() -> set(FIRST));
        Registration registration = registration(1, "https://lms.example/jwks");
        for (int i = 0; i < 20; i++) {
            assertThat(find(keys, registration, "unknown-" + i)).isNull();
            assertThat(find(keys, registration, "first")).isNotNull();
        }
        assertThat(lms.asked).isLessThanOrEqualTo(2);
    }

    @Test
    void keyWhenRotatedThenAcceptedAfterOneMoreFetch() throws Exception {
        lms.then(() -> set(FIRST)).always(() -> set(FIRST, SECOND));
        Registration registration = registration(1, "https://lms.example/jwks");
        assertThat(find(keys, registration, "first")).isNotNull();
        assertThat(find(keys, registration, "second")).isNotNull();
        assertThat(lms.asked).isEqualTo(2);
    }

    /** LTI-T5. */
    @Test
    void keyWhenPlatformIsDownLaterThenStaleKeysAreUsed() throws Exception {
        PlatformKeys hurried = new PlatformKeys(lms, SHORT);
        lms.then(() -> set(FIRST)).always(() -> answer(503, ""));
        Registration registration = registration(1, "https://lms.example/jwks");
        assertThat(find(hurried, registration, "first")).isNotNull();
        Thread.sleep(60);
        assertThat(find(hurried, registration, "first")).isNotNull();
        assertThat(lms.asked).isGreaterThan(1);
    }

    @Test
    void keyWhenOneFetchFailsThenTriedOnceMore() throws Exception {
        lms.then(() -> {
                    throw new GuardedHttp.Failed(GuardedHttp.FailureKind.TIMEOUT, null);
                })
                .always(() -> set(FIRST));
        assertThat(find(keys, registration(1, "https://lms.example/jwks"), "first"))
                .isNotNull();
    }

    @Test
    void keyWhenSetCannotBeHadThenSaysWhyEvenWhenItMayNotAskAgain() {
        Map<String, Supplier<GuardedHttp.Answer>> faults = Map.of(
                "404", () -> answer(404, "not here"),
                "HTML", () -> answer(200, "<!doctype html><title>Sign in</title>"),
                "redirect to 127.0.0.1", () -> answer(302, ""),
                "time-out", () -> failure(GuardedHttp.FailureKind.TIMEOUT),
                "10 MB", () -> failure(GuardedHttp.FailureKind.TOO_LARGE),
                "private address", () -> failure(GuardedHttp.FailureKind.BLOCKED_ADDRESS));
        faults.forEach((name, fault) -> {
            Answers broken = new Answers();
            broken.always(fault);
            PlatformKeys some = new PlatformKeys(broken);
            Registration registration = registration(1, "https://lms.example/jwks");
            for (int i = 0; i < 10; i++) {
                assertThatThrownBy(() -> find(some, registration, "first"))
                        .as(name)
                        .isInstanceOf(KeySourceException.class)
                        .message()
                        .as(name)
                        .isNotBlank();
            }
            assertThat(broken.asked).as(name).isLessThanOrEqualTo(4);
        });
    }

    @Test
    void keysWhenAddressChangesThenOldOnesAreForgotten() throws Exception {
        lms.always(() -> set(FIRST));
        find(keys, registration(1, "https://lms.example/jwks"), "first");
        lms.always(() -> set(SECOND));
        assertThat(find(keys, registration(1, "https://lms.example/new"), "first"))
                .isNull();
        assertThat(find(keys, registration(1, "https://lms.example/new"), "second"))
                .isNotNull();
    }

    @Test
    void keysWhenOtherRegistrationThenNotShared() throws Exception {
        lms.then(() -> set(FIRST)).always(() -> set(SECOND));
        find(keys, registration(1, "https://lms.example/jwks"), "first");
        assertThat(find(keys, registration(2, "https://other.example/jwks"), "first"))
                .isNull();
    }

    private static @Nullable JWK find(PlatformKeys keys, Registration registration, String kid)
            throws KeySourceException {
        JWKSelector selector =
                new JWKSelector(new JWKMatcher.Builder().keyID(kid).build());
        List<JWK> found = keys.of(registration).get(selector, null);
        return found.isEmpty() ? null : found.getFirst();
    }

    private static Registration registration(long id, String jwksUri) {
        String lms = "https://lms.example";
        return new Registration(
                id, lms, "client", "LMS", lms + "/auth", lms + "/token", jwksUri, lms + "/token", null, "LMS", false);
    }

    private static GuardedHttp.Answer set(JWK... keys) {
        return answer(200, new JWKSet(List.of(keys)).toString());
    }

    private static GuardedHttp.Answer answer(int status, String body) {
        return new GuardedHttp.Answer(status, Map.of("content-type", "application/json"), body);
    }

    private static GuardedHttp.Answer failure(GuardedHttp.FailureKind kind) {
        throw new GuardedHttp.Failed(kind, null);
    }

    private static JWK key(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** A platform that answers by a list, then always the same. */
    private static final class Answers implements GuardedHttp {
        private final Deque<Supplier<Answer>> next = new ArrayDeque<>();
        private Supplier<Answer> last = () -> answer(404, "");
        private int asked;

        Answers then(Supplier<Answer> answer) {
            next.add(answer);
            return this;
        }

        void always(Supplier<Answer> answer) {
            last = answer;
        }

        @Override
        public Answer send(Request request) {
            asked++;
            Supplier<Answer> answer = next.poll();
            return answer == null ? last.get() : answer.get();
        }
    }
}
