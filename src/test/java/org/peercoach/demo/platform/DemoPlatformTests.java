package org.peercoach.demo.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

class DemoPlatformTests {

    @TempDir
    Path folder;

    @Test
    void restartWhenKeptInAFileThenKeyGradesColumnsAndSwitchesAreThere() {
        DemoStore store = DemoStore.file(folder.resolve("data/demo-lms.json"));
        FakeTool before = new FakeTool(store);
        String column = before.newColumn("session-2");
        before.post("101", before.score(11, 25));
        before.post(column, before.score(7.5, 25));
        before.platform.turn(Map.of("manner", "canvas", "storage", "forwarding"));
        FakeTool after = new FakeTool(store);
        assertThat(after.platform.jwks()).isEqualTo(before.platform.jwks());
        assertThat(after.points("101")).isEqualTo(11);
        assertThat(after.points(column)).isEqualTo(7.5);
        assertThat(after.platform.switches()).isEqualTo(before.platform.switches());
        assertThat(after.platform.events()).isEqualTo(before.platform.events());
        assertThat(after.newColumn("session-3")).isNotEqualTo(column);
    }

    @Test
    void resetWhenPressedThenEmptyButKeyAndNumbersStay() {
        FakeTool tool = new FakeTool();
        Map<String, Object> key = tool.platform.jwks();
        String column = tool.newColumn("session-2");
        tool.post("101", tool.score(11, 25));
        tool.platform.reset();
        assertThat(tool.platform.grades()).isEmpty();
        assertThat(tool.platform.events()).isEmpty();
        assertThat(tool.platform.world().column(column)).isEmpty();
        assertThat(tool.platform.jwks()).isEqualTo(key);
        assertThat(tool.newColumn("session-2")).isNotEqualTo(column);
    }

    @Test
    void turnWhenUnknownThenNamedAndNothingChanged() {
        DemoPlatform platform = new FakeTool().platform;
        assertThatThrownBy(() -> platform.turn(Map.of("manner", "sakai"))).hasMessageContaining("sakai");
        assertThatThrownBy(() -> platform.turn(Map.of("colour", "red"))).hasMessageContaining("colour");
        assertThat(platform.switches()).isEqualTo(Switches.INITIAL);
    }

    @Test
    void registrationsYamlWhenReadThenNamesEverythingAToolNeeds() {
        Map<String, Object> file = Json.asObject(new Yaml().load(new FakeTool().platform.registrationsYaml()));
        Map<String, Object> entry =
                Json.asObject(Json.asList(file.get("registrations")).getFirst());
        assertThat(entry)
                .containsEntry("issuer", FakeTool.LMS)
                .containsEntry("client-id", ToolRegistration.BUILT_IN)
                .containsEntry("authorization-endpoint", FakeTool.LMS + "/auth")
                .containsEntry("token-endpoint", FakeTool.LMS + "/token")
                .containsEntry("jwks-uri", FakeTool.LMS + "/jwks")
                .containsEntry("deployments", List.of("1"))
                .containsKeys("name", "district");
    }
}
