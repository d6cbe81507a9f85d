package org.peercoach.lti.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.peercoach.fixture.PlatformStub.listed;
import static org.peercoach.fixture.PlatformStub.readingRoster;
import static org.peercoach.fixture.PlatformStub.roster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.MovableClock;
import org.peercoach.fixture.PlatformStub;
import org.peercoach.lti.Membership;
import org.peercoach.lti.NamesAndRoleService;
import org.peercoach.lti.NamesAndRoleService.End;
import org.peercoach.lti.NamesAndRoleService.Wish;
import org.peercoach.lti.PlatformFault;
import org.peercoach.lti.PlatformFault.Kind;
import org.peercoach.lti.ServiceTarget;

/** Names and Role Provisioning against a platform with Moodle's recorded shapes. */
class MembershipClientTests {

    private static final ServiceTarget TARGET = new ServiceTarget(7, 70);
    private static final String ANA = listed("5", "Ana Ruiz", "Learner");
    private static final String TOM = listed("6", null, "Instructor");

    private final PlatformStub platform = PlatformStub.start();
    private final List<Duration> naps = new ArrayList<>();
    private final List<List<Membership>> pages = new ArrayList<>();
    private final NamesAndRoleService service = TestClients.members(
            platform.registration(), new MovableClock(Instant.parse("2026-11-23T15:54:26Z")), naps::add, 4);

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    @DisplayName("LTI-N2: one exact media type, and a token with the roster's scope alone")
    void readWhenAskedThenOneMediaTypeAndItsScope() {
        platform.holdsRoster(ANA);
        read();
        assertThat(platform.rosterRequests())
                .singleElement()
                .satisfies(request -> assertThat(request.getHeader("Accept"))
                        .isEqualTo("application/vnd.ims.lti-nrps.v2.membershipcontainer+json"));
        assertThat(platform.tokenRequests())
                .singleElement()
                .satisfies(request -> assertThat(request.getBodyAsString())
                        .contains("contextmembership.readonly")
                        .doesNotContain("lti-ags"));
    }

    @Test
    @DisplayName("LTI-N3: every page is followed to the end, each given away as it comes, with one token")
    void readWhenSeveralPagesThenEachIsGivenAway() {
        platform.holdsRoster(ANA, TOM, listed("7", "Dana", "Learner"));
        End end = read();
        assertThat(pages).hasSize(3);
        assertThat(pages.stream().flatMap(List::stream).map(Membership::userId)).containsExactly("5", "6", "7");
        assertThat(end).isEqualTo(new End(null, true));
        assertThat(platform.tokenRequests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rel=“next”", "rel=next", "REL=\"Next\"", "type=\"x\"; rel=\"next\""})
    @DisplayName("LTI-N3: links to the next page as platforms really write them")
    void readWhenTheLinkIsOddlyWrittenThenFollowed(String relation) {
        platform.holdsRoster(ANA);
        platform.rosterPage(0, ANA, "<" + platform.rosterPage(1).replace("&", "&amp;") + ">; " + relation);
        platform.rosterPage(1, TOM, "");
        read();
        assertThat(pages).hasSize(2);
    }

    @Test
    @DisplayName("LTI-N3: too many pages are an error, not a short list")
    void readWhenPagesNeverEndThenBroken() {
        platform.holdsRoster(ANA, ANA, ANA, ANA, TOM);
        assertThat(fault().kind()).isEqualTo(Kind.REFUSED);
        assertThat(pages).hasSize(4);
    }

    @Test
    @DisplayName("LTI-N3: exactly as many pages as may be are read")
    void readWhenAsManyPagesAsMayBeThenAll() {
        platform.holdsRoster(ANA, ANA, ANA, TOM);
        read();
        assertThat(pages).hasSize(4);
    }

    @Test
    @DisplayName("LTI-N3: a page that names itself or an earlier one as the next is an error")
    void readWhenPagesGoInACircleThenBroken() {
        platform.holdsRoster(ANA, TOM);
        platform.rosterPage(1, TOM, "<" + platform.rosterPage(1) + ">; rel=\"next\"");
        assertThat(fault().kind()).isEqualTo(Kind.REFUSED);
        assertThat(platform.rosterRequests()).hasSize(2);
    }

    @Test
    @DisplayName("LTI-N12: a next page of another origin is an error, and nothing is sent there")
    void readWhenTheNextPageIsElsewhereThenBroken() {
        try (PlatformStub stranger = PlatformStub.start()) {
            stranger.holdsRoster(TOM);
            platform.holdsRoster(ANA);
            platform.rosterPage(0, ANA, "<" + stranger.rosterUrl() + ">; rel=\"next\"");
            assertThat(fault().kind()).isEqualTo(Kind.REFUSED);
            assertThat(stranger.rosterRequests()).isEmpty();
        }
    }

    @Test
    @DisplayName("LTI-N4: limit, role and rlid join the query that the address has")
    void readWhenFilteredThenParametersJoinTheQuery() {
        platform.holdsRoster(ANA);
        service.read(TARGET, new Wish(platform.rosterUrl(), 500, "http://x#Learner", "link 1"), pages::add);
        assertThat(platform.rosterRequests().getFirst().getUrl())
                .endsWith("memberships?type_id=1&rlid=link+1&role=http%3A%2F%2Fx%23Learner&limit=500");
    }

    @Test
    @DisplayName("LTI-N5: the address of changes is told, whichever page names it")
    void readWhenDifferencesAreOfferedThenTold() {
        String changes = platform.rosterUrl() + "&since=7";
        platform.holdsRoster(ANA);
        platform.rosterPage(
                0, ANA, "<" + platform.rosterPage(1) + ">; rel=\"next\", <" + changes + ">; rel=\"differences\"");
        platform.rosterPage(1, TOM, "");
        assertThat(read().differencesUrl()).isEqualTo(changes);
    }

    @Test
    @DisplayName("LTI-N12: an address of changes at another origin is forgotten")
    void readWhenDifferencesAreElsewhereThenForgotten() {
        platform.holdsRoster(ANA);
        platform.rosterPage(0, ANA, "<https://elsewhere.example/x>; rel=\"differences\"");
        assertThat(read().differencesUrl()).isNull();
    }

    @Test
    @DisplayName("LTI-N6: no status is Active; Inactive and Deleted are told")
    void readWhenStatusIsMissingThenActive() {
        platform.holdsRoster("{\"user_id\":\"1\",\"roles\":[\"Learner\"]}," + ANA.replace("Active", "Inactive") + ","
                + TOM.replace("Active", "Deleted"));
        read();
        assertThat(pages.getFirst())
                .extracting(Membership::status)
                .containsExactly(Membership.Status.ACTIVE, Membership.Status.INACTIVE, Membership.Status.DELETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"x\"}", "{\"members\":null}", "{\"members\":{}}", "[]", "{\"errors\":[]}"})
    @DisplayName("LTI-N6: a page without a members array is an error")
    void readWhenMembersAreMissingThenBroken(String body) {
        platform.holdsRoster(ANA, TOM);
        platform.rosterAnswers(1, 200, body, "");
        assertThat(fault().kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    @DisplayName("LTI-N7: members without name and e-mail are members; one without an id makes the list incomplete")
    void readWhenNamesAreMissingThenMembersAllTheSame() {
        platform.holdsRoster(TOM + ",{\"status\":\"Active\",\"roles\":[\"Learner\"]}");
        End end = read();
        assertThat(pages.getFirst()).singleElement().satisfies(tom -> {
            assertThat(tom.userId()).isEqualTo("6");
            assertThat(tom.name()).isNull();
        });
        assertThat(end.complete()).isFalse();
    }

    @Test
    @DisplayName("LTI-N8: custom parameters of the messages are read; unknown variables are left out")
    void readWhenALinkWasAskedForThenItsCustomParameters() {
        platform.holdsRoster("""
                {"user_id":"5","roles":["Learner"],"message":[
                  {"https://purl.imsglobal.org/spec/lti/claim/message_type":"LtiResourceLinkRequest",
                   "https://purl.imsglobal.org/spec/lti/claim/custom":{"pc_role":"coach","zone":"$Person.address.timezone"}}]}""");
        read();
        assertThat(pages.getFirst().getFirst().custom()).isEqualTo(Map.of("pc_role", "coach"));
    }

    @Test
    @DisplayName("LTI-N9: another context id in the container does not matter")
    void readWhenTheContextIsAnotherThenReadAllTheSame() {
        platform.holdsRoster(ANA); // the stub's container always names another
        assertThat(read().complete()).isTrue();
    }

    @Test
    void readWhenThrottledThenTheSamePageAfterTheWait() {
        platform.holdsRoster(ANA, TOM);
        platform.server()
                .stubFor(readingRoster(1)
                        .inScenario("busy")
                        .whenScenarioStateIs("Started")
                        .willSetStateTo("calm")
                        .willReturn(roster(429, "", "").withHeader("Retry-After", "3")));
        platform.server()
                .stubFor(readingRoster(1)
                        .inScenario("busy")
                        .whenScenarioStateIs("calm")
                        .willReturn(roster(200, "{\"members\":[" + TOM + "]}", "")));
        read();
        assertThat(naps).containsExactly(Duration.ofSeconds(3));
        assertThat(pages).hasSize(2);
    }

    @Test
    void readWhenTheServerStaysDownThenAnErrorAfterSomeAttempts() {
        platform.holdsRoster(ANA, TOM);
        platform.rosterAnswers(1, 503, "<html>Maintenance</html>", "");
        assertThat(fault().kind()).isEqualTo(Kind.TRY_LATER);
        assertThat(platform.rosterRequests()).hasSize(5);
    }

    @Test
    void readWhenTheScopeIsNotGrantedThenNotAllowed() {
        platform.holdsRoster(ANA);
        platform.answersToken("https://purl.imsglobal.org/spec/lti-ags/scope/score", 3600);
        assertThat(fault().kind()).isEqualTo(Kind.NOT_ALLOWED);
        assertThat(platform.rosterRequests()).isEmpty();
    }

    @Test
    void queueOfWhenAskedThenThatOfTheGradebook() {
        MovableClock clock = new MovableClock(Instant.now());
        assertThat(service.queueOf(TARGET))
                .isEqualTo(TestClients.gradebook(platform.registration(), clock).queueOf(TARGET));
    }

    private End read() {
        return service.read(TARGET, Wish.everybody(platform.rosterUrl(), 500), pages::add);
    }

    private PlatformFault fault() {
        return catchThrowableOfType(PlatformFault.class, this::read);
    }
}
