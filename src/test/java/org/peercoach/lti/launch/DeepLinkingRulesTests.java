package org.peercoach.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.TestLaunches;
import org.peercoach.fixture.TestSettings;

/** LTI-D2. */
class DeepLinkingRulesTests {

    private final List<LaunchRule> rules = new DeepLinkingRules(new Origins(TestSettings.usual())).all();

    @Test
    @DisplayName("LTI-D2: settings with an https return URL and types are good, whatever else is missing")
    void checkWhenSettingsAreThereThenNoFault() {
        assertThat(faults(settings -> {})).isEmpty();
    }

    @Test
    @DisplayName("LTI-D2: no settings at all")
    void checkWhenNoSettingsThenBothFaults() {
        TestLaunches launch = launch().without(Claims.DEEP_LINKING);
        assertThat(TestChecks.faults(rules, TestChecks.check(launch)))
                .containsExactly("LTI-D2 LAUNCH-PICK-RETURN", "LTI-D2 LAUNCH-PICK-TYPES");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://lms.example/return",
                "//lms.example/return",
                "javascript:alert(1)",
                "https://user:password@lms.example/"
            })
    @DisplayName("LTI-D2: the return URL is a plain https address")
    void checkWhenReturnUrlIsUnsafeThenFault(String url) {
        assertThat(faults(settings -> settings.put("deep_link_return_url", url)))
                .containsExactly("LTI-D2 LAUNCH-PICK-RETURN");
    }

    @Test
    @DisplayName("LTI-D2: accept_types is a list that names something")
    void checkWhenNothingIsAcceptedThenFault() {
        for (Object types : Arrays.asList(null, List.of(), "ltiResourceLink", List.of(1), List.of(" "))) {
            assertThat(faults(settings -> settings.put("accept_types", types)))
                    .containsExactly("LTI-D2 LAUNCH-PICK-TYPES");
        }
    }

    @Test
    @DisplayName("LTI-D3: accept_media_types may be a text or a list")
    void checkWhenMediaTypesThenInEitherForm() {
        assertThat(faults(settings -> settings.put("accept_media_types", "image/*,text/html")))
                .isEmpty();
        assertThat(faults(settings -> settings.put("accept_media_types", List.of("image/*"))))
                .isEmpty();
    }

    @Test
    void checkWhenAnotherMessageThenNothingIsAsked() {
        assertThat(TestChecks.faults(rules, TestChecks.check(TestLaunches.learner("mary"))))
                .isEmpty();
    }

    private List<String> faults(Consumer<Map<String, @Nullable Object>> spoil) {
        Map<String, @Nullable Object> settings = new LinkedHashMap<>();
        settings.put("deep_link_return_url", "https://lms.example/return?session=secret");
        settings.put("accept_types", List.of("ltiResourceLink"));
        spoil.accept(settings);
        return TestChecks.faults(rules, TestChecks.check(launch().with(Claims.DEEP_LINKING, settings)));
    }

    private static TestLaunches launch() {
        return TestLaunches.instructor("ruth").lti("message_type", "LtiDeepLinkingRequest");
    }
}
