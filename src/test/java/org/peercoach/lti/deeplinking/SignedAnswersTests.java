package org.peercoach.lti.deeplinking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.TestKeys;
import org.peercoach.lti.ContentItem;
import org.peercoach.lti.DeepLinkingService.Answer;
import org.peercoach.lti.DeepLinkingService.Words;
import org.peercoach.lti.ServiceTarget;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** LTI-D4 to D8, D10. */
class SignedAnswersTests {

    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String DEEP_LINKING = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    private static final Instant NOW = Instant.parse("2026-11-25T21:00:00Z");

    private final SignedAnswers answers = new SignedAnswers(
            target -> new SignedAnswers.Sides("https://lms.example", "client-7", "dep-" + target.deploymentId()),
            TestKeys::platform,
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    @DisplayName("LTI-D4: signed with our key and its id, from the client id to the issuer, fresh for some minutes")
    void signWhenReadThenWhatThePlatformChecks() throws ParseException, JOSEException {
        SignedJWT message = SignedJWT.parse(answers.sign(new ServiceTarget(7, 3), answer(null, Words.NONE)));
        assertThat(message.verify(new RSASSAVerifier(TestKeys.platform().toRSAPublicKey())))
                .isTrue();
        assertThat(message.getHeader().getKeyID()).isEqualTo(TestKeys.platform().getKeyID());
        assertThat(message.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        JsonNode claims = claims(message);
        assertThat(claims.get("iss").asString()).isEqualTo("client-7");
        assertThat(claims.get("aud").asString()).isEqualTo("https://lms.example");
        assertThat(claims.get("azp").asString()).isEqualTo("client-7");
        assertThat(claims.get("nonce").asString()).isNotBlank();
        assertThat(claims.get("iat").asLong()).isBetween(NOW.getEpochSecond() - 60, NOW.getEpochSecond() - 5);
        assertThat(claims.get("exp").asLong()).isBetween(NOW.getEpochSecond() + 60, NOW.getEpochSecond() + 3600);
        assertThat(claims.get(LTI + "message_type").asString()).isEqualTo("LtiDeepLinkingResponse");
        assertThat(claims.get(LTI + "version").asString()).isEqualTo("1.3.0");
        assertThat(claims.get(LTI + "deployment_id").asString()).isEqualTo("dep-3");
    }

    @Test
    @DisplayName("LTI-D4: each answer has a nonce of its own")
    void signWhenTwiceThenTwoNonces() {
        assertThat(claims(answer(null, Words.NONE)).get("nonce"))
                .isNotEqualTo(claims(answer(null, Words.NONE)).get("nonce"));
    }

    @Test
    @DisplayName("LTI-D5: data comes back as it came, also when blank, and not at all when it did not come")
    void signWhenDataThenEchoed() {
        assertThat(claims(answer("csrf:1 ä\"", Words.NONE))
                        .get(DEEP_LINKING + "data")
                        .asString())
                .isEqualTo("csrf:1 ä\"");
        assertThat(claims(answer("", Words.NONE)).get(DEEP_LINKING + "data").asString())
                .isEmpty();
        assertThat(claims(answer(null, Words.NONE)).has(DEEP_LINKING + "data")).isFalse();
    }

    @Test
    @DisplayName("LTI-D6: nothing picked is an empty list with words, never null")
    void signWhenNothingThenEmptyListAndWords() {
        JsonNode left = claims(answer(null, Words.saying("Nothing was added")));
        assertThat(left.get(DEEP_LINKING + "content_items").isArray()).isTrue();
        assertThat(left.get(DEEP_LINKING + "content_items").isEmpty()).isTrue();
        assertThat(left.get(DEEP_LINKING + "msg").asString()).isEqualTo("Nothing was added");
        assertThat(left.has(DEEP_LINKING + "errormsg")).isFalse();
        JsonNode failed = claims(answer(null, Words.failing("It takes no links", "no ltiResourceLink")));
        assertThat(failed.get(DEEP_LINKING + "errormsg").asString()).isEqualTo("It takes no links");
        assertThat(failed.get(DEEP_LINKING + "errorlog").asString()).isEqualTo("no ltiResourceLink");
        assertThat(failed.has(DEEP_LINKING + "msg")).isFalse();
    }

    @Test
    @DisplayName("LTI-D7, D8: a link with its identity in custom and its column, as Moodle and Canvas read them")
    void signWhenLinkThenAllOfIt() {
        JsonNode item = item(link(25, false));
        assertThat(item).isEqualTo(JsonMapper.shared().readTree("""
                {"type": "ltiResourceLink", "title": "Session 3: Exploring", "text": "About it",
                 "url": "https://tool.example/lti/launch",
                 "icon": {"url": "https://tool.example/icon.svg", "width": 64, "height": 64},
                 "custom": {"pc_activity": "session-3"},
                 "lineItem": {"scoreMaximum": 25, "label": "Session 3", "resourceId": "session-3", "tag": "peer-coaching",
                   "submissionReview": {"reviewableStatus": ["InProgress", "Submitted", "Completed"],
                     "label": "Session 3", "url": "https://tool.example/lti/launch?view=review",
                     "custom": {"pc_activity": "session-3"}}}}
                """));
        assertThat(item.at("/lineItem/scoreMaximum").isInt()).isTrue();
    }

    @Test
    @DisplayName("LTI-D9: no dates of ours: when a link is open and until when work is due, teachers say in the LMS")
    void signWhenLinkThenWithoutDates() {
        JsonNode item = item(link(25, false));
        assertThat(item.has("available")).isFalse();
        assertThat(item.has("submission")).isFalse();
        assertThat(item.at("/custom").toString()).doesNotContain("available", "submission");
    }

    @Test
    @DisplayName("LTI-D10: a window only where it is asked for")
    void signWhenOwnWindowThenSaysSo() {
        assertThat(item(link(25, true)).at("/window/targetName").asString()).isEqualTo("_blank");
        assertThat(item(link(25, false)).has("window")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101, 200})
    @DisplayName("LTI-D8: no column beyond 1 to 100, of which Moodle would make one without numbers")
    void gradingWhenMaximumIsOutsideThenRefused(int maximum) {
        assertThatThrownBy(() -> link(maximum, false)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ContentItem link(int maximum, boolean ownWindow) {
        return new ContentItem(
                "Session 3: Exploring",
                "About it",
                "https://tool.example/lti/launch",
                "https://tool.example/icon.svg",
                Map.of("pc_activity", "session-3"),
                ownWindow,
                new ContentItem.Grading(
                        "Session 3",
                        maximum,
                        "session-3",
                        "peer-coaching",
                        "https://tool.example/lti/launch?view=review"));
    }

    private JsonNode item(ContentItem item) {
        return claims(new Answer(null, List.of(item), Words.NONE))
                .get(DEEP_LINKING + "content_items")
                .get(0);
    }

    private static Answer answer(@Nullable String data, Words words) {
        return new Answer(data, List.of(), words);
    }

    private JsonNode claims(Answer answer) {
        try {
            return claims(SignedJWT.parse(answers.sign(new ServiceTarget(7, 3), answer)));
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode claims(SignedJWT message) {
        return JsonMapper.shared().readTree(message.getPayload().toString());
    }
}
