package org.peercoach.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.TestLaunches;

/** LTI-T8 to T12, to the second. */
class TokenRulesTests {

    private static final long NOW = TestChecks.NOW.getEpochSecond();

    private final List<LaunchRule> rules = new TokenRules(Duration.ofSeconds(60)).all();

    @Test
    void checkWhenAllIsRightThenNoFault() {
        assertThat(faults(launch -> launch)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://lms.example/", "https://LMS.example", "http://lms.example", ""})
    @DisplayName("LTI-T8: iss exactly")
    void checkWhenIssuerIsAlmostRightThenFault(String issuer) {
        assertThat(faults(launch -> launch.with("iss", issuer))).containsExactly("LTI-T8 LAUNCH-ISSUER");
    }

    @Test
    @DisplayName("LTI-T9: aud as text or list, us alone")
    void checkWhenAudienceThenUsAlone() {
        assertThat(faults(launch -> launch.with("aud", List.of("client-1")))).isEmpty();
        assertThat(faults(launch -> launch.with("aud", "client-2"))).containsExactly("LTI-T9 LAUNCH-AUDIENCE");
        assertThat(faults(launch -> launch.with("aud", List.of()))).containsExactly("LTI-T9 LAUNCH-AUDIENCE");
        assertThat(faults(launch -> launch.with("aud", 5))).containsExactly("LTI-T9 LAUNCH-AUDIENCE");
        assertThat(faults(launch ->
                        launch.with("aud", List.of("client-1", "client-2")).with("azp", "client-1")))
                .containsExactly("LTI-T9 LAUNCH-AUDIENCE");
    }

    @Test
    @DisplayName("LTI-T10: azp is us, and needed with several aud")
    void checkWhenAuthorizedPartyThenUs() {
        assertThat(faults(launch -> launch.with("azp", "client-1"))).isEmpty();
        assertThat(faults(launch -> launch.with("azp", "client-2"))).containsExactly("LTI-T10 LAUNCH-AUDIENCE");
        assertThat(faults(launch -> launch.with("azp", null))).containsExactly("LTI-T10 LAUNCH-AUDIENCE");
        assertThat(faults(launch -> launch.with("aud", List.of("client-1", "client-1"))))
                .containsExactly("LTI-T10 LAUNCH-AUDIENCE");
    }

    @ParameterizedTest
    @CsvSource({"59,", "60,", "61,LTI-T11 LAUNCH-EXPIRED"})
    @DisplayName("LTI-T11: exp past by less than the skew is good, by more is not")
    void checkWhenExpiredThenBySkew(long secondsPast, String fault) {
        List<String> faults = faults(launch -> launch.with("exp", NOW - secondsPast));
        LaunchCases.note("2.4", "exp " + secondsPast + " s past", fault == null ? "opens" : fault, outcome(faults));
        assertThat(faults).isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @ParameterizedTest
    @CsvSource({"60,", "61,LTI-T11 LAUNCH-CLOCK"})
    @DisplayName("LTI-T11: iat ahead by less than the skew is good, by more is not")
    void checkWhenIssuedAheadThenBySkew(long secondsAhead, String fault) {
        List<String> faults = faults(launch -> launch.with("iat", NOW + secondsAhead));
        LaunchCases.note("2.4", "iat " + secondsAhead + " s ahead", fault == null ? "opens" : fault, outcome(faults));
        assertThat(faults).isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @Test
    @DisplayName("LTI-T11: iat at most ten minutes old, whatever exp says")
    void checkWhenIssuedLongAgoThenFault() {
        assertThat(faults(launch -> launch.with("iat", NOW - 600).with("exp", NOW + 3600)))
                .isEmpty();
        assertThat(faults(launch -> launch.with("iat", NOW - 601).with("exp", NOW + 3600)))
                .containsExactly("LTI-T11 LAUNCH-EXPIRED");
    }

    @Test
    @DisplayName("LTI-T11: nbf, where it is sent, with the same skew")
    void checkWhenNotBeforeThenBySkew() {
        assertThat(faults(launch -> launch.with("nbf", NOW + 60))).isEmpty();
        assertThat(faults(launch -> launch.with("nbf", NOW + 61))).containsExactly("LTI-T11 LAUNCH-CLOCK");
        assertThat(faults(launch -> launch.with("nbf", "later"))).containsExactly("LTI-T11 LAUNCH-CLOCK");
    }

    @Test
    @DisplayName("LTI-T11: exp and iat are needed and are numbers")
    void checkWhenTimesAreNoNumbersThenFault() {
        assertThat(faults(launch -> launch.with("exp", "" + NOW))).containsExactly("LTI-T11 LAUNCH-CLOCK");
        assertThat(faults(launch -> launch.with("exp", null))).containsExactly("LTI-T11 LAUNCH-CLOCK");
        assertThat(faults(launch -> launch.with("iat", true))).containsExactly("LTI-T11 LAUNCH-CLOCK");
        assertThat(faults(launch -> launch.with("iat", NOW - 0.5))).isEmpty();
    }

    @Test
    @DisplayName("LTI-T11: the skew is a setting")
    void checkWhenSkewIsWiderThenMoreIsGood() {
        List<LaunchRule> tolerant = new TokenRules(Duration.ofSeconds(300)).all();
        TestLaunches launch = TestLaunches.learner("mary").with("exp", NOW - 299);
        assertThat(TestChecks.faults(tolerant, TestChecks.check(launch))).isEmpty();
        assertThat(TestChecks.faults(rules, TestChecks.check(launch))).isNotEmpty();
    }

    @Test
    @DisplayName("LTI-T12: the nonce of this login")
    void checkWhenNonceIsOfAnotherLoginThenFault() {
        assertThat(faults(launch -> launch.with("nonce", "other"))).containsExactly("LTI-T12 LAUNCH-NONCE");
        assertThat(faults(launch -> launch.with("nonce", null))).containsExactly("LTI-T12 LAUNCH-NONCE");
    }

    private List<String> faults(UnaryOperator<TestLaunches> spoil) {
        return TestChecks.faults(rules, TestChecks.check(spoil.apply(TestLaunches.learner("mary"))));
    }

    private static String outcome(List<String> faults) {
        return faults.isEmpty() ? "opens" : String.join(", ", faults);
    }
}
