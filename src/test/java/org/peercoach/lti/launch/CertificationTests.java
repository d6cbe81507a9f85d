package org.peercoach.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.HttpLaunch;
import org.peercoach.fixture.TestKeys;
import org.peercoach.fixture.TestPlatform;
import org.peercoach.fixture.TestTokens;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every payload of the certification lists, launched over HTTP. A bad one must be refused with exactly its code on the
 * page and its rules in the log; a good one must open.
 */
@ApplicationTest
class CertificationTests {

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    static Stream<CertificationCase> cases() {
        return CertificationCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void launchWhenPayloadOfCaseThenEndsAsItMust(CertificationCase one) {
        TestPlatform platform = TestPlatform.registered(jdbc);
        HttpLaunch browser = HttpLaunch.of(settings, platform);
        Map<String, String> known = known(platform);
        HttpLaunch.Answer login = browser.login(one.login(known));
        known.put("nonce", login.query().getOrDefault("nonce", ""));
        String token = TestTokens.signed(one.header(known), one.payload(known), TestKeys.platform());
        try (LaunchLog log = LaunchLog.open()) {
            HttpLaunch.Answer answer =
                    browser.post("/lti/launch", Map.of("state", HttpLaunch.state(login), "id_token", token));
            String outcome = answer.status() == 303 ? "opens" : answer.code();
            LaunchCases.note(one.source(), one.title(), one.expected(), outcome);
            assertThat(outcome).isEqualTo(one.expected());
            if (one.valid()) {
                opensForThePerson(browser, answer, one);
            } else {
                isRefusedForThisReason(answer, log, one);
            }
        }
    }

    private static void opensForThePerson(HttpLaunch browser, HttpLaunch.Answer answer, CertificationCase one) {
        if (one.expected().equals("opens")) {
            assertThat(answer.header("Location")).matches("/(c|my-data)/[1-9].*");
            HttpLaunch.Answer page = browser.follow(answer);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("<script>alert", "<b>Mary", "javascript:");
        }
    }

    private static void isRefusedForThisReason(HttpLaunch.Answer answer, LaunchLog log, CertificationCase one) {
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(log.about(one.expected() + " "))
                .singleElement()
                .asString()
                .contains("rules " + one.rules())
                .doesNotContain("case-user", "lincoln", "eyJ", "session=secret");
        assertThat(answer.header("Set-Cookie")).doesNotContain("__Host-pc-1");
    }

    private Map<String, String> known(TestPlatform platform) {
        Map<String, String> known = new HashMap<>();
        known.put("issuer", platform.issuer());
        known.put("issuer-rest", platform.issuer().substring("http".length()));
        known.put("client", platform.clientId());
        known.put("deployment", "1");
        known.put("base", settings.baseUrl());
        known.put("target", settings.url("/lti/launch"));
        known.put("target-rest", settings.url("/lti/launch").substring("http".length()));
        known.put("return", platform.issuer() + "/return?session=secret");
        known.put("kid", platform.signer().getKeyID());
        return known;
    }
}
