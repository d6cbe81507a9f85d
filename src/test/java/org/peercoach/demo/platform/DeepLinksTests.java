package org.peercoach.demo.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoach.fixture.TestKeys;

class DeepLinksTests {

    private static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String DEEP = "https://purl.imsglobal.org/spec/lti-dl/claim/";

    private final FakeTool tool = new FakeTool();

    @Test
    void acceptWhenSignedRightThenLinksAndColumnsAreAdded() {
        DeepLinks.Outcome outcome = tool.platform.deepLinks().accept(pick(), tool.signed(response()));
        assertThat(outcome.added()).extracting(Link::title).containsExactly("Session 2");
        Link link = outcome.added().getFirst();
        assertThat(tool.platform.world().columnOf(link)).hasValueSatisfying(column -> {
            assertThat(column.maximum()).isEqualTo(25);
            assertThat(column.resourceId()).isEqualTo("session-2");
        });
        Map<String, Object> claims = tool.launch(Order.of(FakeTool.MARY, link.id()));
        assertThat(claims.get(CLAIM + "custom"))
                .isEqualTo(Map.of("context_history", "", "pc_activity", "session-2", "pc_groups", "1"));
    }

    @Test
    void acceptWhenAnsweredTwiceThenRefused() {
        String pick = pick();
        tool.platform.deepLinks().accept(pick, tool.signed(response()));
        assertThatThrownBy(() -> tool.platform.deepLinks().accept(pick, tool.signed(response())))
                .hasMessageContaining("answered before");
    }

    @ParameterizedTest
    @CsvSource({"aud, https://elsewhere.example", "exp, 1", CLAIM + "deployment_id, 7", CLAIM + "message_type, Other"})
    void acceptWhenAClaimIsWrongThenRefused(String claim, String value) {
        Map<String, Object> response = response();
        response.put(claim, claim.equals("exp") ? (Object) Long.valueOf(value) : value);
        assertThatThrownBy(() -> tool.platform.deepLinks().accept(pick(), tool.signed(response)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(tool.platform.world().links()).hasSize(Cast.LINKS.size());
    }

    @Test
    void acceptWhenSignedByAStrangerThenRefused() {
        String forged = FakeTool.signed(TestKeys.stranger(), tool.published.getKeyID(), response());
        assertThatThrownBy(() -> tool.platform.deepLinks().accept(pick(), forged))
                .hasMessageContaining("Signature");
    }

    private String pick() {
        Map<String, Object> claims =
                tool.launch(Order.of(FakeTool.RUTH, Cast.HOME_LINK).picking());
        Map<String, Object> settings = Json.asObject(claims.get(DEEP + "deep_linking_settings"));
        String address = String.valueOf(settings.get("deep_link_return_url"));
        return address.substring(address.indexOf("id=") + 3);
    }

    private Map<String, Object> response() {
        Map<String, Object> item = Json.members(
                "type",
                "ltiResourceLink",
                "title",
                "Session 2",
                "custom",
                Map.of("pc_activity", "session-2"),
                "lineItem",
                Map.of("scoreMaximum", 25, "resourceId", "session-2", "label", "Session 2"));
        Map<String, Object> response = tool.assertion();
        response.put("aud", FakeTool.LMS);
        response.put("nonce", "n");
        response.put(CLAIM + "message_type", "LtiDeepLinkingResponse");
        response.put(CLAIM + "version", "1.3.0");
        response.put(CLAIM + "deployment_id", "1");
        response.put(DEEP + "content_items", List.of(item));
        return response;
    }
}
