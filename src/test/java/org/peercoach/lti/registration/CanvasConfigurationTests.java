package org.peercoach.lti.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.TestSettings;
import org.peercoach.lti.AssignmentAndGradeService;
import org.peercoach.lti.NamesAndRoleService;
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
                .contains(NamesAndRoleService.SCOPE) // LTI-N2
                .contains("https://purl.imsglobal.org/spec/lti/scope/noticehandlers")
                .hasSize(AssignmentAndGradeService.SCOPES.size() + 2);
        assertThat(served.at("/extensions/0/settings/placements").valueStream())
                .extracting(placement -> placement.get("placement").asString() + " "
                        + placement.get("message_type").asString())
                .containsExactlyInAnyOrder(
                        "course_navigation LtiResourceLinkRequest",
                        "account_navigation LtiResourceLinkRequest",
                        "link_selection LtiDeepLinkingRequest",
                        "assignment_selection LtiDeepLinkingRequest",
                        "module_index_menu_modal LtiDeepLinkingRequest");
    }

    /** LTI-T17 takes our launch address, with a query or without; Canvas names the account as if it were a course. */
    @Test
    void jsonWhenReadThenEveryPlaceLeadsToTheLaunchAddress() {
        assertThat(served.at("/extensions/0/settings/placements").valueStream())
                .extracting(placement -> placement.get("target_link_uri").asString())
                .allMatch(target -> target.split("\\?")[0].equals("https://coaching.example.org/lti/launch"))
                .containsOnlyOnce("https://coaching.example.org/lti/launch?view=district")
                .contains("https://coaching.example.org/lti/launch?view=pick");
    }
}
