package org.peercoach.lti.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.TestSettings;
import org.peercoach.lti.AssignmentAndGradeService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CanvasConfigurationTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode served =
            JSON.readTree(Objects.requireNonNull(new CanvasConfiguration(new ToolDescription(TestSettings.usual()))
                    .json()
                    .getBody()));

    /** The file for pasting and the address for entering must never differ but for the host. */
    @Test
    void jsonWhenServedThenEqualsTheFileInLtiConfig() throws IOException {
        String file = Files.readString(Path.of("lti-config/canvas.json"));
        assertThat(served).isEqualTo(JSON.readTree(file));
    }

    @Test
    void jsonWhenReadByCanvasThenHoldsAllItRequires() {
        assertThat(served.propertyNames())
                .contains("title", "description", "oidc_initiation_url", "target_link_uri", "public_jwk_url", "scopes");
        assertThat(served.at("/extensions/0/privacy_level").asString()).isEqualTo("name_only");
        assertThat(served.at("/extensions/0/domain").asString()).isEqualTo("coaching.example.org");
    }

    /** Ruling 34: nothing is offered that does not work yet. */
    @Test
    void jsonWhenReadThenOffersOnlyWhatWorks() {
        assertThat(served.get("scopes").valueStream().map(JsonNode::asString))
                .containsAll(AssignmentAndGradeService.SCOPES)
                .contains("https://purl.imsglobal.org/spec/lti/scope/noticehandlers")
                .hasSize(AssignmentAndGradeService.SCOPES.size() + 1);
        assertThat(served.at("/extensions/0/settings/placements").valueStream())
                .extracting(placement -> placement.get("placement").asString())
                .containsExactlyInAnyOrder("course_navigation", "account_navigation");
        assertThat(served.at("/extensions/0/settings/placements").valueStream())
                .allSatisfy(placement ->
                        assertThat(placement.get("message_type").asString()).isEqualTo("LtiResourceLinkRequest"));
    }
}
