package org.peercoach.demo.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchesTests {

    private static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";

    private final FakeTool tool = new FakeTool();
    private final Order session = Order.of(FakeTool.MARY, Cast.SESSION_LINK);

    @Test
    void launchWhenAnsweredRightThenSignedClaimsOfPersonAndPlace() {
        Map<String, Object> claims = tool.launch(session);
        assertThat(claims)
                .containsEntry("iss", FakeTool.LMS)
                .containsEntry("aud", ToolRegistration.BUILT_IN)
                .containsEntry("sub", FakeTool.MARY)
                .containsEntry("nonce", "nonce-1")
                .containsEntry("name", "Mary Ellis")
                .containsEntry(CLAIM + "deployment_id", "1")
                .containsEntry(CLAIM + "target_link_uri", FakeTool.TOOL + "/lti/launch")
                .containsEntry(
                        CLAIM + "custom",
                        Map.of(
                                "context_history", "",
                                "pc_activity", "session-1",
                                "pc_groups", "1",
                                "pc_purpose", "training"));
        assertThat(Json.asObject(claims.get(AGS)))
                .containsEntry("lineitem", FakeTool.LMS + "/services/2/lineitems/101/lineitem?type_id=1");
    }

    @Test
    void launchWhenReviewThenTheMessageNamesThePersonAndTheLink() {
        Map<String, Object> claims = tool.launch(
                Order.of("3", Cast.SESSION_LINK).with(new Special(Special.Kind.REVIEW, FakeTool.MARY, null)));
        assertThat(claims)
                .containsEntry(CLAIM + "message_type", "LtiSubmissionReviewRequest")
                .containsEntry(CLAIM + "for_user", Map.of("user_id", FakeTool.MARY))
                .containsKey(CLAIM + "resource_link")
                .containsEntry("sub", "3");
    }

    @Test
    void launchWhenOfTheCourseOrForPrivacyThenWithoutALink() {
        Map<String, Object> course = tool.launch(session.with(new Special(Special.Kind.COURSE, null, null)));
        assertThat(course).containsKey(CLAIM + "context").doesNotContainKey(CLAIM + "resource_link");
        Map<String, Object> privacy = tool.launch(session.with(new Special(Special.Kind.PRIVACY, null, null)));
        assertThat(privacy)
                .containsEntry(CLAIM + "message_type", "LtiDataPrivacyLaunchRequest")
                .doesNotContainKeys(CLAIM + "context", CLAIM + "resource_link", CLAIM + "for_user");
    }

    @Test
    void launchWhenSpeedGraderThenTheAddressThatTheToolNamed() {
        String address = FakeTool.TOOL + "/lti/launch?review=7&activity=session-1";
        Map<String, Object> claims = tool.like("canvas")
                .launch(session.with(new Special(Special.Kind.SPEED_GRADER, FakeTool.MARY, address)));
        assertThat(claims)
                .containsEntry(CLAIM + "message_type", "LtiResourceLinkRequest")
                .containsEntry(CLAIM + "target_link_uri", address);
    }

    @Test
    void launchWhenLinkHasNoColumnThenNoLineItem() {
        Map<String, Object> claims = tool.launch(Order.of(FakeTool.MARY, Cast.HOME_LINK));
        assertThat(Json.asObject(claims.get(AGS))).containsKey("lineitems").doesNotContainKey("lineitem");
    }

    @Test
    void launchWhenMoodleThenAMinuteAndNoAzp() {
        Map<String, Object> claims = tool.launch(session);
        assertThat(lifetime(claims)).isEqualTo(60);
        assertThat(claims).doesNotContainKey("azp");
        assertThat(Json.strings(claims.get(CLAIM + "roles"))).containsExactly(Roles.LEARNER);
    }

    @Test
    void launchWhenCanvasThenAnHourAzpAndRolesOfTheWholeDistrict() {
        Map<String, Object> claims = tool.like("canvas").launch(session);
        assertThat(lifetime(claims)).isEqualTo(3600);
        assertThat(claims).containsEntry("azp", ToolRegistration.BUILT_IN);
        assertThat(Json.strings(claims.get(CLAIM + "roles")))
                .contains(Roles.LEARNER, "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor")
                .doesNotContain(Roles.INSTRUCTOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect_uri", "scope", "nonce", "lti_message_hint"})
    void authorizeWhenWayBackIsUnsureThenTheToolHearsNothing(String field) {
        Map<String, String> request = FakeTool.request(tool.platform.launches().begin(session));
        request.put(field, "other".repeat(field.equals("nonce") ? 0 : 1));
        assertThat(tool.platform.launches().authorize(request, FakeTool.MARY)).isInstanceOf(AuthAnswer.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, zzz, unauthorized_client",
        "response_type, code, unsupported_response_type",
        "response_mode, query, invalid_request",
        "prompt, login, invalid_request",
        "login_hint, 5, access_denied",
    })
    void authorizeWhenRequestIsWrongThenErrorIsPosted(String field, String value, String error) {
        Map<String, String> request = FakeTool.request(tool.platform.launches().begin(session));
        request.put(field, value);
        assertThat(tool.platform.launches().authorize(request, FakeTool.MARY))
                .asInstanceOf(type(AuthAnswer.FormPost.class))
                .extracting(AuthAnswer.FormPost::fields)
                .satisfies(fields -> assertThat(fields)
                        .containsEntry("error", error)
                        .containsEntry("state", "state-1")
                        .doesNotContainKey("id_token"));
    }

    @Test
    void authorizeWhenSomebodyElseIsLoggedInThenAccessDenied() {
        Map<String, String> request = FakeTool.request(tool.platform.launches().begin(session));
        AuthAnswer answer = tool.platform.launches().authorize(request, FakeTool.RUTH);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        AuthAnswer.FormPost.class,
                        post -> assertThat(post.fields()).containsEntry("error", "access_denied"));
    }

    @Test
    void authorizeWhenHintIsUsedTwiceOrOldThenRefused() {
        Map<String, String> request = FakeTool.request(tool.platform.launches().begin(session));
        assertThat(tool.platform.launches().authorize(request, FakeTool.MARY)).isInstanceOf(AuthAnswer.FormPost.class);
        assertThat(tool.platform.launches().authorize(request, FakeTool.MARY)).isInstanceOf(AuthAnswer.Refused.class);
        Map<String, String> late = FakeTool.request(tool.platform.launches().begin(session));
        tool.clock.advance(Duration.ofMinutes(11));
        assertThat(tool.platform.launches().authorize(late, FakeTool.MARY)).isInstanceOf(AuthAnswer.Refused.class);
    }

    @Test
    void beginWhenStorageIsOfferedThenItsFrameIsNamedInFramesOnly() {
        assertThat(tool.platform.launches().begin(session).fields()).doesNotContainKey("lti_storage_target");
        tool.platform.turn(Map.of("storage", "forwarding"));
        assertThat(tool.platform.launches().begin(session).fields())
                .containsEntry("lti_storage_target", "post_message_forwarding");
        assertThat(tool.platform.launches().begin(session.inWindow()).fields()).doesNotContainKey("lti_storage_target");
        tool.platform.turn(Map.of("storage", "parent"));
        assertThat(tool.platform.launches().begin(session).fields()).containsEntry("lti_storage_target", "_parent");
    }

    @Test
    void beginWhenLinkIsForOthersThenRefused() {
        assertThatThrownBy(() -> tool.platform.launches().begin(Order.of("6", Cast.COACHES_LINK)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tool.platform.launches().begin(Order.of("6", Cast.SESSION_LINK)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tool.platform.launches().begin(Order.of("99", Cast.SESSION_LINK)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void launchWhenServicesAreOffOrThereIsNoCourseThenNoServiceClaims() {
        Map<String, Object> district = tool.launch(Order.of("2", Cast.DISTRICT_LINK));
        assertThat(district).doesNotContainKeys(AGS, CLAIM + "context");
        tool.platform.turn(Map.of("services", "off"));
        assertThat(tool.launch(session)).doesNotContainKey(AGS).containsKey(CLAIM + "context");
    }

    @Test
    void launchWhenPrivateThenNoNameAndNoMail() {
        tool.platform.turn(Map.of("privacy", "nothing"));
        assertThat(tool.launch(session)).doesNotContainKeys("name", "given_name", "family_name", "email");
        tool.platform.turn(Map.of("privacy", "name-only"));
        assertThat(tool.launch(session)).containsKey("name").doesNotContainKey("email");
    }

    @Test
    void launchWhenFlawedThenWrongInThatWayOnly() {
        Map<String, Object> old = tool.launch(session.with(Flaw.EXPIRED));
        assertThat(seconds(old, "exp")).isLessThan(tool.clock.instant().getEpochSecond() - 3600);
        assertThat(tool.launch(session.with(Flaw.UNKNOWN_DEPLOYMENT))).containsEntry(CLAIM + "deployment_id", "999");
        for (Flaw flaw : List.of(Flaw.TAMPERED, Flaw.UNKNOWN_KEY)) {
            assertThatThrownBy(() -> tool.launch(session.with(flaw))).hasMessageContaining("not signed");
        }
    }

    private static long lifetime(Map<String, Object> claims) {
        return seconds(claims, "exp") - seconds(claims, "iat");
    }

    private static long seconds(Map<String, Object> claims, String claim) {
        return Objects.requireNonNull(Json.number(claims, claim)).longValue();
    }
}
