package org.peercoach.lti.service;

import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.MovableClock;
import org.peercoach.fixture.PlatformStub;
import org.peercoach.lti.AssignmentAndGradeService;
import org.peercoach.lti.LineItem;
import org.peercoach.lti.PlatformFault;
import org.peercoach.lti.PlatformFault.Kind;
import org.peercoach.lti.ServiceTarget;
import tools.jackson.databind.JsonNode;

/** A line item from its making to its end: LTI-A9, A10. */
class LineItemLifeTests {

    private static final ServiceTarget TARGET = new ServiceTarget(7, 70);

    private final PlatformStub platform = PlatformStub.start();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T15:54:26Z"));
    private final AssignmentAndGradeService service = TestClients.gradebook(platform.registration(7, "canvas"), clock);

    @AfterEach
    void stop() {
        platform.close();
    }

    private String told() {
        return "{\"id\":\"" + platform.lineItemUrl(5) + "\",\"label\":\"Session 1\",\"scoreMaximum\":25,"
                + "\"resourceId\":\"session-1\",\"tag\":\"peer-coaching\",\"resourceLinkId\":\"3\","
                + "\"startDateTime\":\"2026-11-01T00:00:00Z\","
                + "\"https://canvas.instructure.com/lti/submission_type\":{\"type\":\"external_tool\"},"
                + "\"https://lms.example/color\":[1,2]}";
    }

    @Test
    @DisplayName("LTI-A9: an update reads, changes and puts back the whole, with what we do not know")
    void updateWhenTheNameChangesThenEverythingElseStays() {
        platform.holdsLineItem(5, told());
        LineItem now = service.update(
                TARGET, PlatformStub.SCOPES, platform.lineItemUrl(5), item -> item.with("Session 1: Why", 30));
        assertThat(now.label()).isEqualTo("Session 1: Why");
        assertThat(platform.lineItemChanges()).singleElement().satisfies(body -> {
            assertThat(body.path("label").asString()).isEqualTo("Session 1: Why");
            assertThat(body.path("scoreMaximum").toString()).isEqualTo("30");
            assertThat(body.path("resourceId").asString()).isEqualTo("session-1");
            assertThat(body.path("tag").asString()).isEqualTo("peer-coaching");
            assertThat(body.path("startDateTime").asString()).isEqualTo("2026-11-01T00:00:00Z");
            assertThat(body.path("https://canvas.instructure.com/lti/submission_type")
                            .path("type")
                            .asString())
                    .isEqualTo("external_tool");
            assertThat(body.path("https://lms.example/color").toString()).isEqualTo("[1,2]");
        });
    }

    @Test
    @DisplayName("LTI-A9: id and resource link are never changed, whatever the change says")
    void updateWhenTheChangeNamesAnotherIdOrLinkThenTheyStay() {
        platform.holdsLineItem(5, told());
        service.update(
                TARGET,
                PlatformStub.SCOPES,
                platform.lineItemUrl(5),
                item -> new LineItem(
                        "https://other.example/1", "New", 25, item.resourceId(), item.tag(), "other-link"));
        JsonNode body = platform.lineItemChanges().getFirst();
        assertThat(body.path("id").asString()).isEqualTo(platform.lineItemUrl(5));
        assertThat(body.path("resourceLinkId").asString()).isEqualTo("3");
    }

    @Test
    @DisplayName("LTI-A9: nothing is written when nothing differs")
    void updateWhenNothingDiffersThenOnlyRead() {
        platform.holdsLineItem(5, told());
        service.update(TARGET, PlatformStub.SCOPES, platform.lineItemUrl(5), item -> item.with("Session 1", 25));
        assertThat(platform.lineItemChanges()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 412, 403})
    @DisplayName("LTI-A10: a link that the platform does not take leaves a column of its own")
    void createWhenTheLinkIsNotTakenThenCreatedWithoutIt(int status) {
        platform.createsLineItemOnlyWithoutLink(9, status);
        LineItem made = create("link-1");
        assertThat(made.id()).isEqualTo(platform.lineItemUrl(9));
        List<JsonNode> wishes = platform.lineItemWishes();
        assertThat(wishes).hasSize(2);
        assertThat(wishes.getFirst().path("resourceLinkId").asString()).isEqualTo("link-1");
        assertThat(wishes.get(1).has("resourceLinkId")).isFalse();
        assertThat(wishes.get(1)
                        .path("https://canvas.instructure.com/lti/submission_type")
                        .isObject())
                .as("a placeholder that opens nothing is of no use")
                .isTrue();
    }

    @Test
    @DisplayName("LTI-A10: what is refused without a link is not asked for twice")
    void createWhenRefusedWithoutALinkThenOneWish() {
        platform.server()
                .stubFor(com.github.tomakehurst.wiremock.client.WireMock.post(urlPathMatching(".*/lineitems"))
                        .willReturn(PlatformStub.json(412, "{}")));
        assertThat(catchThrowableOfType(PlatformFault.class, () -> create(null)).kind())
                .isEqualTo(Kind.REFUSED);
        assertThat(platform.lineItemWishes()).hasSize(1);
    }

    @Test
    @DisplayName(
            "LTI-A10: Canvas answers 401 to the deletion of a link's own column; that is told, not repeated for ever")
    void deleteWhenTheColumnBelongsToALinkThenNotAllowed() {
        platform.refusesToDelete(5, 401);
        PlatformFault fault = catchThrowableOfType(
                PlatformFault.class, () -> service.delete(TARGET, PlatformStub.SCOPES, platform.lineItemUrl(5)));
        assertThat(fault.kind()).isEqualTo(Kind.NOT_ALLOWED);
        platform.server().verify(2, deleteRequestedFor(urlPathMatching(".*/5/lineitem")));
    }

    private LineItem create(@Nullable String link) {
        LineItem item = new LineItem(null, "Session 1", 25, "session-1", "peer-coaching", link);
        return service.create(TARGET, PlatformStub.SCOPES, platform.lineItemsUrl(), item);
    }
}
