package org.peercoach.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.TestLaunches;
import org.peercoach.fixture.TestRegistrations;
import org.peercoach.fixture.TestSettings;
import org.peercoach.lti.LtiLaunch;
import org.peercoach.lti.registration.Deployment;
import org.peercoach.lti.registration.Registration;
import org.peercoach.lti.service.ServiceAddresses;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** LTI-T25 to T31, T35, A1, N1: what becomes of optional claims. */
class LaunchReaderTests {

    private static final String GRADEBOOK = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    private static final String MEMBERSHIPS = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";

    private final LaunchReader reader = reader();

    @Test
    void readWhenEverythingIsThereThenAllOfIt() {
        LtiLaunch launch = read(TestLaunches.learner("mary"));
        assertThat(launch.user())
                .isEqualTo(new LtiLaunch.User("mary", "Mary Ellis", "Mary", "Ellis", "mary.ellis@lincoln.example"));
        assertThat(launch.context()).isEqualTo(new LtiLaunch.Context("course-3", "LC3", "Lincoln Cohort 3"));
        assertThat(launch.resourceLink()).isEqualTo(new LtiLaunch.ResourceLink("link-1", "Session 1"));
        assertThat(launch.districtName()).isEqualTo("Lincoln Schools");
        assertThat(launch.issuer()).isEqualTo(TestRegistrations.ISSUER);
        assertThat(launch.targetLinkUri()).isEqualTo(TestChecks.TARGET);
        assertThat(launch.launchId()).hasSizeGreaterThan(16);
        assertThat(launch.byStorage()).isFalse();
    }

    @Test
    @DisplayName("LTI-T25: no name and no e-mail, and still a person")
    void readWhenNoPersonalDataThenOnlyTheId() {
        LtiLaunch launch = read(TestLaunches.learner("mary")
                .without("name")
                .without("given_name")
                .without("family_name")
                .with("email", " "));
        assertThat(launch.user()).isEqualTo(new LtiLaunch.User("mary", null, null, null, null));
    }

    @Test
    @DisplayName("LTI-T29: whom somebody mentors gives nothing, with the mentor role or without")
    void readWhenRoleScopeMentorThenNothingMore() {
        for (String role : List.of("Learner", "Mentor")) {
            TestLaunches plain = TestLaunches.learner("mary")
                    .with(Claims.ROLES, List.of("http://purl.imsglobal.org/vocab/lis/v2/membership#" + role));
            LtiLaunch without = read(plain);
            LtiLaunch with = read(plain.lti("role_scope_mentor", List.of("tom", "ruth")));
            assertThat(with)
                    .usingRecursiveComparison()
                    .ignoringFields("launchId")
                    .isEqualTo(without);
        }
    }

    @Test
    @DisplayName("LTI-T24: no context, no link")
    void readWhenNoContextThenNone() {
        LtiLaunch launch =
                read(TestLaunches.learner("mary").without(Claims.CONTEXT).without(Claims.RESOURCE_LINK));
        assertThat(launch.context()).isNull();
        assertThat(launch.resourceLink()).isNull();
    }

    @Test
    @DisplayName("LTI-T26: height and width are whatever they are, the locale is a tag")
    void readWhenPresentationThenTolerant() {
        LtiLaunch launch = read(TestLaunches.learner("mary")
                .lti("launch_presentation", Map.of("height", "400", "width", 300.5, "locale", "pt_BR")));
        assertThat(launch.locale()).isEqualTo("pt-BR");
        assertThat(launch.returnUrl()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "http://lms.example/return",
                "//lms.example/return",
                "https://",
                "https://user:password@lms.example/",
                "data:text/html,x",
                "not an address"
            })
    @DisplayName("LTI-T26: a return URL that is not a plain https address is left out")
    void readWhenReturnUrlIsUnsafeThenLeftOut(String url) {
        assertThat(read(TestLaunches.learner("mary").lti("launch_presentation", Map.of("return_url", url)))
                        .returnUrl())
                .isNull();
    }

    @Test
    @DisplayName("LTI-T28: custom values as text; null and what the platform did not understand are left out")
    void readWhenCustomThenTolerant() {
        Map<String, @Nullable Object> custom = new LinkedHashMap<>();
        custom.put("text", "a=b;c \"d\"");
        custom.put("number", 5);
        custom.put("flag", true);
        custom.put("empty", "");
        custom.put("missing", null);
        custom.put("unknown", "$Canvas.membership.roles");
        custom.put("object", Map.of("a", 1));
        assertThat(read(TestLaunches.learner("mary").lti("custom", custom)).custom())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("text", "a=b;c \"d\"", "number", "5", "flag", "true", "empty", ""));
        assertThat(read(TestLaunches.learner("mary").lti("custom", "none")).custom())
                .isEmpty();
    }

    @Test
    @DisplayName("LTI-T20, T30: blank roles and unknown claims do no harm")
    void readWhenRolesAreBlankThenNone() {
        LtiLaunch launch = read(TestLaunches.learner("mary")
                .lti("roles", Arrays.asList("", " ", "Learner"))
                .with("https://unknown.example/claim", List.of(1, 2)));
        assertThat(launch.roles()).containsExactly("Learner");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mentor", "Learner", "Instructor"})
    @DisplayName("LTI-T29: whose mentor somebody is adds nothing to a launch, whatever the role")
    void readWhenMentorScopeThenSameAsWithout(String role) {
        TestLaunches without = TestLaunches.learner("mary").lti("roles", List.of(role));
        TestLaunches with = TestLaunches.learner("mary")
                .lti("roles", List.of(role))
                .lti("role_scope_mentor", List.of("john", "ana"));
        assertThat(read(with))
                .usingRecursiveComparison()
                .ignoringFields("launchId")
                .isEqualTo(read(without));
        assertThat(read(with).toString()).doesNotContain("john");
    }

    @Test
    @DisplayName("LTI-T31: what the platform says of itself, cut to what fits")
    void readWhenPlatformSpeaksThenCut() {
        LtiLaunch.ToolPlatform platform = read(TestLaunches.learner("mary")
                        .lti("tool_platform", Map.of("guid", "g", "name", "n".repeat(400), "version", "2024100706")))
                .platform();
        assertThat(platform.guid()).isEqualTo("g");
        assertThat(platform.name()).hasSize(255);
        assertThat(platform.version()).isEqualTo("2024100706");
        assertThat(platform.productFamily()).isNull();
    }

    @Test
    void wordsWhenCutInsideASurrogatePairThenBeforeIt() {
        tools.jackson.databind.JsonNode node =
                TestChecks.claims("{\"a\":\"xy😀z\"}").get("a");
        assertThat(Claims.words(node, 3)).isEqualTo("xy");
        assertThat(Claims.words(node, 4)).isEqualTo("xy😀");
    }

    @Test
    @DisplayName("LTI-T35: the LMS's own address, its issuer and where it lets people in may frame us")
    void readWhenReturnUrlIsElsewhereThenItMayFrameToo() {
        LtiLaunch launch = reader.read(
                TestChecks.claims(TestLaunches.learner("mary")
                        .lti("launch_presentation", Map.of("return_url", "https://Lincoln.Canvas.example:443/x?y"))),
                TestRegistrations.cloud(),
                deployment(),
                true);
        assertThat(launch.frameOrigins())
                .containsExactly(
                        "https://lincoln.canvas.example", "https://canvas.example", "https://sso.canvas.example");
        assertThat(launch.byStorage()).isTrue();
    }

    @Test
    @DisplayName("LTI-A1, ruling 25: gradebook addresses of the platform's own hosts")
    void readWhenGradebookIsOfThePlatformThenKept() {
        LtiLaunch launch = read(TestLaunches.learner("mary")
                .with(
                        GRADEBOOK,
                        Map.of(
                                "scope", List.of("s1", "s2"),
                                "lineitems", "https://lms.example/items?type_id=1",
                                "lineitem", "https://lms.example/items/1?type_id=1")));
        assertThat(launch.gradebook())
                .isEqualTo(new LtiLaunch.GradebookClaim(
                        Set.of("s1", "s2"),
                        "https://lms.example/items?type_id=1",
                        "https://lms.example/items/1?type_id=1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/items", "http://lms.example/items", "https://lms.example.evil/items"})
    @DisplayName("Ruling 25: addresses elsewhere are as if not offered")
    void readWhenGradebookIsElsewhereThenNone(String url) {
        LtiLaunch launch = read(TestLaunches.learner("mary")
                .with(GRADEBOOK, Map.of("scope", List.of("s"), "lineitems", url))
                .with(MEMBERSHIPS, Map.of("context_memberships_url", url, "service_versions", List.of("2.0"))));
        assertThat(launch.gradebook()).isNull();
        assertThat(launch.membershipsUrl()).isNull();
    }

    @Test
    @DisplayName("LTI-N1: the roster in version 2.0 only")
    void readWhenRosterIsOfAnotherVersionThenNone() {
        String url = "https://lms.example/members";
        assertThat(roster(url, List.of("1.0", "2.0")).membershipsUrl()).isEqualTo(url);
        assertThat(roster(url, List.of("1.0")).membershipsUrl()).isNull();
    }

    @Test
    @DisplayName("LTI-D2, D3, D5, D8: as Moodle asks: several LTI links, a column with each, no data")
    void readWhenDeepLinkingOfMoodleThenWhatItTakes() {
        LtiLaunch.DeepLinking asked = deepLinking(Map.of(
                "accept_types",
                List.of("ltiResourceLink"),
                "accept_presentation_document_targets",
                List.of("frame", "iframe", "window"),
                "accept_copy_advice",
                false,
                "accept_multiple",
                true,
                "auto_create",
                false,
                "deep_link_return_url",
                "https://lms.example/mod/lti/contentitem_return.php?course=2&id=1&sesskey=x",
                "title",
                "Probe tool",
                "text",
                ""));
        assertThat(asked)
                .isEqualTo(new LtiLaunch.DeepLinking(
                        "https://lms.example/mod/lti/contentitem_return.php?course=2&id=1&sesskey=x",
                        Set.of("ltiResourceLink"),
                        Set.of("frame", "iframe", "window"),
                        true,
                        true,
                        null,
                        "Probe tool",
                        null));
    }

    @Test
    @DisplayName(
            "LTI-D3, D5, D8: one link where nothing is said of several; blank data is data; a column may be refused")
    void readWhenDeepLinkingSaysLittleThenTheStricter() {
        LtiLaunch.DeepLinking asked = deepLinking(Map.of(
                "accept_types",
                List.of("ltiResourceLink", "link"),
                "accept_media_types",
                List.of("text/html"),
                "accept_lineitem",
                false,
                "data",
                "",
                "deep_link_return_url",
                "https://lms.example/return"));
        assertThat(asked.acceptMultiple()).isFalse();
        assertThat(asked.acceptLineItem()).isFalse();
        assertThat(asked.data()).isEmpty();
        assertThat(asked.acceptTargets()).isEmpty();
    }

    private LtiLaunch.DeepLinking deepLinking(Map<String, Object> settings) {
        return Objects.requireNonNull(read(TestLaunches.instructor("ruth")
                        .lti("message_type", "LtiDeepLinkingRequest")
                        .without(Claims.RESOURCE_LINK)
                        .with(Claims.DEEP_LINKING, settings))
                .deepLinking());
    }

    private LtiLaunch roster(String url, List<String> versions) {
        return read(TestLaunches.learner("mary")
                .with(MEMBERSHIPS, Map.of("context_memberships_url", url, "service_versions", versions)));
    }

    @Test
    @DisplayName("LTI-T26: a small frame by numbers or texts; anything else is a frame to fill")
    void readWhenFrameIsSmallThenEmbedded() {
        for (Object height : List.of(400, "400", 600.0)) {
            assertThat(frame("iframe", height).embedded()).as("" + height).isTrue();
        }
        for (Object height : List.of(0, -5, 601, "tall", List.of(400), Map.of())) {
            assertThat(frame("iframe", height).embedded()).as("" + height).isFalse();
        }
        assertThat(frame("window", 400).embedded()).isFalse();
        assertThat(read(TestLaunches.learner("mary")).embedded()).isFalse();
        assertThat(read(TestLaunches.learner("mary").lti("target_link_uri", TestChecks.TARGET + "?grow=1"))
                        .embedded())
                .isTrue();
        assertThat(read(TestLaunches.learner("mary").lti("target_link_uri", TestChecks.TARGET + "?grow=10"))
                        .embedded())
                .isFalse();
    }

    private LtiLaunch frame(String target, Object height) {
        return read(TestLaunches.learner("mary")
                .lti("launch_presentation", Map.of("document_target", target, "height", height)));
    }

    private LtiLaunch read(TestLaunches launch) {
        Registration registration = TestRegistrations.oneSite();
        return reader.read(TestChecks.claims(launch), registration, deployment(), false);
    }

    private static Deployment deployment() {
        return new Deployment(3, 7, "1", Deployment.Status.APPROVED, "Lincoln Schools");
    }

    /** The neighbour's constructor is its own business, so the container calls it. */
    private static LaunchReader reader() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("settings", TestSettings.usual());
        ServiceAddresses addresses = beans.createBean(ServiceAddresses.class);
        return new LaunchReader(new Origins(TestSettings.usual()), addresses);
    }
}
