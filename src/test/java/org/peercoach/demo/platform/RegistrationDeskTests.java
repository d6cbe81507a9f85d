package org.peercoach.demo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationDeskTests {

    private final FakeTool tool = new FakeTool();
    private final RegistrationDesk desk = tool.platform.registrations();

    @Test
    void registerWhenMoodleThenPendingAndDeploymentInsideTheConfiguration() {
        ServiceAnswer answer = desk.register(bearer(null), Json.write(request()));
        assertThat(answer.status()).isEqualTo(200);
        Map<String, Object> body = Json.object(answer.text());
        assertThat(body).doesNotContainKey("deployment_id");
        assertThat(Json.asObject(body.get(RegistrationRequest.CONFIGURATION))).containsKey("deployment_id");
        assertThat(registered(body).status()).isEqualTo(ToolRegistration.Status.PENDING);
        assertThat(tool.platform.tools().inUse().clientId()).isEqualTo(ToolRegistration.BUILT_IN);
    }

    @Test
    void registerWhenCanvasThenActiveAndDeploymentOnTop() {
        tool.like("canvas");
        ServiceAnswer answer = desk.register(bearer(null), Json.write(request()));
        assertThat(answer.status()).isEqualTo(201);
        Map<String, Object> body = Json.object(answer.text());
        assertThat(body).containsKeys("deployment_id", "registration_client_uri", "registration_access_token");
        assertThat(registered(body).active()).isTrue();
    }

    @Test
    void useWhenRegisteredThenLaunchesCarryTheNewClient() {
        Map<String, Object> body =
                Json.object(desk.register(bearer(null), Json.write(request())).text());
        String clientId = String.valueOf(body.get("client_id"));
        tool.platform.tools().use(clientId);
        Map<String, Object> claims = tool.launch(Order.of(FakeTool.MARY, Cast.SESSION_LINK));
        assertThat(claims).containsEntry("aud", clientId).containsKey("name").doesNotContainKey("email");
        assertThat(claims.get("https://purl.imsglobal.org/spec/lti/claim/custom"))
                .isEqualTo(Map.of(
                        "pc_activity", "session-1", "pc_purpose", "training", "course", "2", "odd", "$Nobody.knows"));
    }

    @Test
    void deployWhenInUseThenLaunchesComeFromAnotherPlace() {
        tool.like("canvas");
        Map<String, Object> body =
                Json.object(desk.register(bearer(null), Json.write(request())).text());
        tool.platform.tools().use(String.valueOf(body.get("client_id")));
        tool.platform.tools().deploy(String.valueOf(body.get("client_id")));
        Map<String, Object> claims = tool.launch(Order.of(FakeTool.MARY, Cast.SESSION_LINK));
        assertThat(claims)
                .containsEntry("aud", body.get("client_id"))
                .extractingByKey("https://purl.imsglobal.org/spec/lti/claim/deployment_id")
                .isNotEqualTo(body.get("deployment_id"));
    }

    @Test
    void registerWhenTokenIsMissingWrongOldOrUsedThenRefused() {
        String body = Json.write(request());
        assertThat(desk.register(null, body).text()).isEqualTo("missing_registration_token");
        assertThat(desk.register("Bearer nonsense", body).status()).isEqualTo(404);
        String used = bearer(null);
        assertThat(desk.register(used, body).status()).isEqualTo(200);
        assertThat(desk.register(used, body).text()).isEqualTo("token_already_used");
        String old = bearer(null);
        tool.clock.advance(Duration.ofHours(2));
        assertThat(desk.register(old, body).status()).isEqualTo(404);
        assertThat(tool.platform.tools().all()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "client_name, missing required attribute client_name",
        "jwks_uri, missing required attribute jwks_uri",
        "token_endpoint_auth_method, invalid_token_endpoint_auth_method",
    })
    void registerWhenAPartIsMissingThenNamed(String part, String words) {
        Map<String, Object> request = request();
        request.remove(part);
        ServiceAnswer answer = desk.register(bearer(null), Json.write(request));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo(words);
    }

    @Test
    void registerWhenDomainLacksThePortThenMismatch() {
        Map<String, Object> request = request();
        Json.asObject(request.get(RegistrationRequest.CONFIGURATION)).put("domain", "localhost");
        assertThat(desk.register(bearer(null), Json.write(request)).text()).isEqualTo("domain_targetlinkuri_mismatch");
    }

    @Test
    void registerWhenCanvasDoesNotKnowAPlacementThen422() {
        tool.like("canvas");
        Map<String, Object> request = request();
        Json.asObject(request.get(RegistrationRequest.CONFIGURATION))
                .put("messages", List.of(Map.of("type", "LtiDeepLinkingRequest", "placements", List.of("moon"))));
        ServiceAnswer answer = desk.register(bearer(null), Json.write(request));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("unknown placement moon");
    }

    @Test
    void registerWhenRenewedThenSameClientAndDeployment() {
        Map<String, Object> first =
                Json.object(desk.register(bearer(null), Json.write(request())).text());
        String clientId = String.valueOf(first.get("client_id"));
        Map<String, Object> request = request();
        request.put("client_name", "Peer Coaching, renewed");
        ServiceAnswer second = desk.register(bearer(clientId), Json.write(request));
        assertThat(Json.object(second.text())).containsEntry("client_id", clientId);
        assertThat(tool.platform.tools().all())
                .hasSize(2)
                .last()
                .satisfies(one -> assertThat(one.name()).isEqualTo("Peer Coaching, renewed"));
    }

    @Test
    void manageWhenAccessTokenIsRightThenReplaced() {
        tool.like("canvas");
        Map<String, Object> made =
                Json.object(desk.register(bearer(null), Json.write(request())).text());
        String clientId = String.valueOf(made.get("client_id"));
        String token = "Bearer " + made.get("registration_access_token");
        assertThat(desk.manage("PUT", clientId, "Bearer other", Json.write(request()))
                        .status())
                .isEqualTo(401);
        assertThat(desk.manage("GET", clientId, token, "").status()).isEqualTo(200);
        Map<String, Object> request = request();
        request.put("client_name", "By PUT");
        assertThat(desk.manage("PUT", clientId, token, Json.write(request)).status())
                .isEqualTo(200);
        assertThat(registered(made).name()).isEqualTo("By PUT");
    }

    @Test
    void configurationWhenReadTheneverythingTheToolNeeds() {
        assertThat(desk.configuration())
                .containsEntry("issuer", FakeTool.LMS)
                .containsEntry("token_endpoint", FakeTool.LMS + "/token")
                .containsEntry("jwks_uri", FakeTool.LMS + "/jwks")
                .containsEntry("registration_endpoint", FakeTool.LMS + "/register");
    }

    private ToolRegistration registered(Map<String, Object> body) {
        return tool.platform
                .tools()
                .byClientId(String.valueOf(body.get("client_id")))
                .orElseThrow();
    }

    private String bearer(@Nullable String update) {
        String query = URI.create(desk.installerUrl(FakeTool.TOOL + "/lti/register", update))
                .getRawQuery();
        String token = query.substring(query.indexOf("registration_token=") + "registration_token=".length());
        return "Bearer " + URLDecoder.decode(token, StandardCharsets.UTF_8);
    }

    private static Map<String, Object> request() {
        Map<String, Object> configuration = Json.members(
                "domain", "localhost:8080",
                "target_link_uri", FakeTool.TOOL + "/lti/launch",
                "custom_parameters", Map.of("course", "$Context.id", "odd", "$Nobody.knows"),
                "claims", List.of("sub", "name"),
                "messages", List.of(Map.of("type", "LtiResourceLinkRequest")));
        return Json.members(
                "client_name",
                "Peer Coaching",
                "initiate_login_uri",
                FakeTool.TOOL + "/lti/login",
                "redirect_uris",
                List.of(FakeTool.TOOL + "/lti/launch"),
                "jwks_uri",
                FakeTool.TOOL + "/lti/jwks",
                "token_endpoint_auth_method",
                "private_key_jwt",
                "scope",
                String.join(" ", Scopes.ALL),
                RegistrationRequest.CONFIGURATION,
                configuration);
    }
}
