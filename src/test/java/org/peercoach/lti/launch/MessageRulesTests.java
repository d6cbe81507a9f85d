package org.peercoach.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.TestLaunches;

/** LTI-T13 to T20, T24. */
class MessageRulesTests {

    private final List<LaunchRule> rules = new MessageRules(TestChecks.TARGET).all();

    @Test
    void checkWhenAllIsRightThenNoFault() {
        assertThat(faults(launch -> launch)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.3", "1.3", "1.3.0.1", "1.3.0 ", "LTI-1p3"})
    @DisplayName("LTI-T13: version 1.3.0 exactly")
    void checkWhenVersionIsOtherThenFault(String version) {
        assertThat(faults(launch -> launch.lti("version", version))).containsExactly("LTI-T13 LAUNCH-VERSION");
    }

    @ParameterizedTest
    @CsvSource({
        "LtiEulaRequest,LAUNCH-NOT-OFFERED",
        "LtiReportReviewRequest,LAUNCH-NOT-OFFERED",
        "LtiAssetProcessorSettingsRequest,LAUNCH-NOT-OFFERED",
        "LtiStartProctoring,LAUNCH-NOT-OFFERED",
        "LtiEndAssessment,LAUNCH-NOT-OFFERED",
        "ltiresourcelinkrequest,LAUNCH-MESSAGE",
        "basic-lti-launch-request,LAUNCH-MESSAGE"
    })
    @DisplayName("LTI-T14: what we open, what we do not offer yet, and what nobody knows")
    void checkWhenMessageTypeThenByType(String type, String code) {
        assertThat(faults(launch -> launch.lti("message_type", type))).containsExactly("LTI-T14 " + code);
    }

    @Test
    @DisplayName("LTI-T15: deployment_id of 1 to 255 ASCII characters")
    void checkWhenDeploymentIdThenOfItsForm() {
        assertThat(faults(launch -> launch.lti("deployment_id", "d".repeat(255))))
                .isEmpty();
        assertThat(faults(launch -> launch.lti("deployment_id", "d".repeat(256))))
                .containsExactly("LTI-T15 LAUNCH-DEPLOYMENT");
        assertThat(faults(launch -> launch.lti("deployment_id", ""))).containsExactly("LTI-T15 LAUNCH-DEPLOYMENT");
        assertThat(faults(launch -> launch.lti("deployment_id", "é"))).containsExactly("LTI-T15 LAUNCH-DEPLOYMENT");
        assertThat(faults(launch -> launch.lti("deployment_id", 1))).containsExactly("LTI-T15 LAUNCH-DEPLOYMENT");
    }

    @Test
    @DisplayName("LTI-T16: the deployment of the login is that of the claim")
    void checkWhenLoginNamedAnotherDeploymentThenFault() {
        assertThat(faultsOfLogin(TestChecks.TARGET, "1")).isEmpty();
        assertThat(faultsOfLogin(TestChecks.TARGET, "2")).containsExactly("LTI-T16 LAUNCH-DEPLOYMENT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://coaching.example.org/lti/launch",
                "https://evil.example/lti/launch",
                "https://coaching.example.org.evil.example/lti/launch",
                "https://coaching.example.org/lti/launch.evil",
                "https://coaching.example.org/lti/launch/../../c/1",
                "https://coaching.example.org@evil.example/lti/launch",
                "HTTPS://coaching.example.org/lti/launch",
                "/lti/launch"
            })
    @DisplayName("LTI-T17: a target elsewhere, over http, or of no known route, even if the login said the same")
    void checkWhenTargetIsNotOursThenFault(String target) {
        TestLaunches launch = TestLaunches.learner("mary").lti("target_link_uri", target);
        List<String> faults = TestChecks.faults(rules, TestChecks.check(launch, TestChecks.pending(target, null)));
        LaunchCases.note("2.4", "target " + target, "[LTI-T17 LAUNCH-TARGET]", faults.toString());
        assertThat(faults).containsExactly("LTI-T17 LAUNCH-TARGET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?pc_view=home", "#top"})
    @DisplayName("LTI-T17: our own target, with a query or without")
    void checkWhenTargetIsOursThenGood(String rest) {
        TestLaunches launch = TestLaunches.learner("mary").lti("target_link_uri", TestChecks.TARGET + rest);
        PendingLaunch pending = TestChecks.pending(TestChecks.TARGET + rest, null);
        assertThat(TestChecks.faults(rules, TestChecks.check(launch, pending))).isEmpty();
    }

    @Test
    @DisplayName("LTI-T17: the target of the login is that of the claim")
    void checkWhenLoginHadAnotherTargetThenFault() {
        assertThat(faultsOfLogin(TestChecks.TARGET + "?x=1", null)).containsExactly("LTI-T17 LAUNCH-TARGET");
    }

    @Test
    @DisplayName("LTI-T18: a resource link launch names its link")
    void checkWhenResourceLinkHasNoIdThenFault() {
        assertThat(faults(launch -> launch.lti("resource_link", Map.of("title", "x"))))
                .containsExactly("LTI-T18 LAUNCH-LINK");
        assertThat(faults(launch -> launch.lti("resource_link", "link-1"))).containsExactly("LTI-T18 LAUNCH-LINK");
        assertThat(faults(launch -> launch.lti("resource_link", Map.of("id", "r".repeat(256)))))
                .containsExactly("LTI-T18 LAUNCH-LINK");
    }

    @Test
    @DisplayName("LTI-T19: somebody is there; no e-mail takes the place of the id (LTI-T25)")
    void checkWhenSubjectIsMissingThenFault() {
        assertThat(faults(launch -> launch.without("sub"))).containsExactly("LTI-T19 LAUNCH-IDENTITY");
        assertThat(faults(launch -> launch.with("sub", ""))).containsExactly("LTI-T19 LAUNCH-IDENTITY");
        assertThat(faults(launch -> launch.with("sub", "a\u0000b"))).containsExactly("LTI-T19 LAUNCH-IDENTITY");
        assertThat(faults(launch -> launch.with("sub", "abc "))).isEmpty();
        assertThat(faults(launch -> launch.with("sub", "教員😀"))).isEmpty();
    }

    @Test
    @DisplayName("LTI-T19: half of a surrogate pair is no id: databases turn every such half into one character")
    void checkWhenSubjectHasHalfASurrogateThenFault() {
        String halved = TestChecks.claims("{\"sub\":\"a\\ud83d\"}").text("sub");
        assertThat(MessageRules.isId(halved)).isFalse();
    }

    @Test
    @DisplayName("LTI-T20: roles there, as a list of texts; empty is allowed")
    void checkWhenRolesThenAListOfTexts() {
        assertThat(faults(launch -> launch.lti("roles", List.of()))).isEmpty();
        assertThat(faults(launch -> launch.lti("roles", List.of("")))).isEmpty();
        assertThat(faults(launch -> launch.lti("roles", "Learner"))).containsExactly("LTI-T20 LAUNCH-ROLES");
        assertThat(faults(launch -> launch.lti("roles", Arrays.asList("Learner", null))))
                .containsExactly("LTI-T20 LAUNCH-ROLES");
        assertThat(faults(launch -> launch.without(Claims.ROLES))).containsExactly("LTI-T20 LAUNCH-ROLES");
    }

    @Test
    @DisplayName("LTI-D1: a message that asks for something to place names no link, and may come without roles")
    void checkWhenDeepLinkingThenNeitherLinkNorRolesNeeded() {
        assertThat(faults(launch -> deepLinking(launch).without(Claims.ROLES))).isEmpty();
        assertThat(faults(launch -> deepLinking(launch).lti("roles", "Instructor")))
                .containsExactly("LTI-T20 LAUNCH-ROLES");
    }

    private static TestLaunches deepLinking(TestLaunches launch) {
        return launch.lti("message_type", "LtiDeepLinkingRequest").without(Claims.RESOURCE_LINK);
    }

    @Test
    @DisplayName("LTI-T24: no context is good, one without id is not; its type may be anything")
    void checkWhenContextThenWithId() {
        assertThat(faults(launch -> launch.without(Claims.CONTEXT))).isEmpty();
        assertThat(faults(launch -> launch.lti("context", Map.of("id", "1", "type", "Unknown"))))
                .isEmpty();
        assertThat(faults(launch -> launch.lti("context", Map.of("title", "x"))))
                .containsExactly("LTI-T24 LAUNCH-CONTEXT");
    }

    @Test
    @DisplayName("LTI-O1: a submission review names its link and the person; the gradebook claim may be missing")
    void checkWhenSubmissionReviewThenLinkAndPersonAreNamed() {
        assertThat(faults(MessageRulesTests::review)).isEmpty();
        assertThat(faults(launch -> review(launch).without(Claims.FOR_USER))).containsExactly("LTI-O1 LAUNCH-FOR-USER");
        assertThat(faults(launch -> review(launch).lti("for_user", Map.of("user_id", ""))))
                .containsExactly("LTI-O1 LAUNCH-FOR-USER");
        assertThat(faults(launch -> review(launch).lti("for_user", Map.of("user_id", 11))))
                .containsExactly("LTI-O1 LAUNCH-FOR-USER");
        assertThat(faults(launch -> review(launch).without(Claims.RESOURCE_LINK)))
                .containsExactly("LTI-T18 LAUNCH-LINK");
        assertThat(faults(launch -> review(launch).without(Claims.ROLES))).containsExactly("LTI-T20 LAUNCH-ROLES");
    }

    private static TestLaunches review(TestLaunches launch) {
        return launch.lti("message_type", "LtiSubmissionReviewRequest").lti("for_user", Map.of("user_id", "11"));
    }

    @Test
    @DisplayName("LTI-O7: a launch of a course names the course and needs no link")
    void checkWhenContextLaunchThenTheCourseIsNamed() {
        assertThat(faults(launch -> ofCourse(launch).without(Claims.RESOURCE_LINK)))
                .isEmpty();
        assertThat(faults(launch -> ofCourse(launch).without(Claims.CONTEXT))).containsExactly("LTI-O7 LAUNCH-CONTEXT");
        assertThat(faults(launch -> ofCourse(launch).lti("context", null))).containsExactly("LTI-O7 LAUNCH-CONTEXT");
    }

    private static TestLaunches ofCourse(TestLaunches launch) {
        return launch.lti("message_type", "LtiContextLaunchRequest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LtiDataPrivacyLaunchRequest", "DataPrivacyLaunchRequest"})
    @DisplayName("LTI-O6: a privacy launch needs neither course nor link nor another person")
    void checkWhenPrivacyLaunchThenLittleIsNeeded(String type) {
        assertThat(faults(launch -> launch.lti("message_type", type)
                        .without(Claims.RESOURCE_LINK)
                        .without(Claims.CONTEXT)))
                .isEmpty();
        assertThat(faults(launch -> launch.lti("message_type", type).without("sub")))
                .containsExactly("LTI-T19 LAUNCH-IDENTITY");
    }

    private List<String> faults(UnaryOperator<TestLaunches> spoil) {
        return TestChecks.faults(rules, TestChecks.check(spoil.apply(TestLaunches.learner("mary"))));
    }

    private List<String> faultsOfLogin(String target, @org.jspecify.annotations.Nullable String deployment) {
        PendingLaunch pending = TestChecks.pending(target, deployment);
        return TestChecks.faults(rules, TestChecks.check(TestLaunches.learner("mary"), pending));
    }
}
