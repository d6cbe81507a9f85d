package org.peercoach.demo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradebookServiceTests {

    private static final String LIST = "/services/2/lineitems";

    private final FakeTool tool = new FakeTool();

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", GradebookService.LINE_ITEMS + ", application/json;q=0.5"})
    void listWhenAcceptIsNotExactThenMoodleHasNoHandler(String accept) {
        assertThat(tool.get(LIST, Map.of(), accept).status()).isEqualTo(400);
        assertThat(tool.like("canvas").get(LIST, Map.of(), accept).status()).isEqualTo(200);
    }

    @Test
    void listWhenFilteredThenOnlyThose() {
        tool.newColumn("session-2");
        assertThat(labels(Map.of())).containsExactly("Session 1", "session-2");
        assertThat(labels(Map.of("resource_id", "session-2", "tag", "peer-coaching")))
                .containsExactly("session-2");
        assertThat(labels(Map.of("resource_link_id", Cast.SESSION_LINK))).containsExactly("Session 1");
        assertThat(labels(Map.of("tag", "other"))).isEmpty();
    }

    @Test
    void listWhenLimitedThenMoodlesLinkHasCurlyQuotesAndCanvassHasNot() {
        tool.newColumn("session-2");
        Map<String, String> query = Map.of("limit", "1", "type_id", "1");
        assertThat(tool.get(LIST, query, GradebookService.LINE_ITEMS).headers().get("Link"))
                .contains("rel=“next”", "&amp;from=1");
        assertThat(tool.like("canvas")
                        .get(LIST, query, GradebookService.LINE_ITEMS)
                        .headers()
                        .get("Link"))
                .contains("rel=\"next\"", "&limit=1")
                .doesNotContain("&amp;");
    }

    @Test
    void createWhenGoodThenReadableUnderItsAddress() {
        Map<String, Object> made = Json.object(
                create(Json.members("label", "A", "scoreMaximum", 25)).text());
        assertThat(String.valueOf(made.get("id")))
                .matches(FakeTool.LMS + "/services/2/lineitems/\\d+/lineitem\\?type_id=1");
        tool.like("canvas");
        String path = String.valueOf(made.get("id")).replace(FakeTool.LMS, "").replaceFirst("\\?.*", "");
        Map<String, Object> read =
                Json.object(tool.get(path, Map.of(), GradebookService.LINE_ITEM).text());
        assertThat(read).containsEntry("label", "A");
        assertThat(String.valueOf(read.get("id"))).doesNotContain("?");
    }

    @Test
    void createWhenWrongThenRefusedInTheMannerOfTheLms() {
        assertThat(create(Json.members("scoreMaximum", 25)).status()).isEqualTo(400);
        assertThat(create(Json.members("label", "A", "scoreMaximum", 25, "resourceLinkId", "999"))
                        .status())
                .isEqualTo(403);
        tool.like("canvas");
        assertThat(create(Json.members("label", "A", "scoreMaximum", 0)).status())
                .isEqualTo(422);
        assertThat(create(Json.members("label", "A", "scoreMaximum", 25, "resourceLinkId", "999"))
                        .status())
                .isEqualTo(404);
        assertThat(create(Json.members("label", "A", "scoreMaximum", 25, "resourceLinkId", Cast.HOME_LINK))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void replaceWhenPartsAreLeftOutThenCleared() {
        String id = tool.newColumn("session-2");
        tool.send("PUT", LIST + "/" + id, GradebookService.LINE_ITEM, Json.members("label", "B", "scoreMaximum", 50));
        Column column = tool.platform.world().column(id).orElseThrow();
        assertThat(column.label()).isEqualTo("B");
        assertThat(column.resourceId()).isNull();
    }

    @Test
    void deleteWhenMadeByTheToolThenGoneOtherwiseRefused() {
        String id = tool.newColumn("session-2");
        assertThat(tool.send("DELETE", LIST + "/" + id, "", Map.of()).status()).isEqualTo(204);
        assertThat(tool.platform.world().column(id)).isEmpty();
        assertThat(tool.send("DELETE", LIST + "/101", "", Map.of()).status()).isEqualTo(403);
        assertThat(tool.like("canvas")
                        .send("DELETE", LIST + "/101", "", Map.of())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void resultsWhenReadThenPointsAndTheSitesTime() {
        tool.post("101", tool.score(11, 25));
        ServiceAnswer answer = results(Map.of("user_id", FakeTool.MARY, "type_id", "1"));
        Map<String, Object> result =
                Json.asObject(Json.read(answer.text(), List.class).getFirst());
        assertThat(result)
                .containsEntry("resultScore", 11)
                .containsEntry("resultMaximum", 25)
                .containsEntry("timestamp", "2026-11-23T07:00:00-08:00");
        assertThat(results(Map.of("user_id", "5")).text()).isEqualTo("[]");
    }

    @Test
    void resultsWhenLimitedOnMoodleThenAnErrorPage() {
        ServiceAnswer answer = results(Map.of("limit", "1", "type_id", "1"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.contentType()).startsWith("text/html");
    }

    @Test
    void listWhenCourseIsUnknownThenNotFound() {
        assertThat(tool.get("/services/99/lineitems", Map.of(), GradebookService.LINE_ITEMS)
                        .status())
                .isEqualTo(404);
        assertThat(tool.get("/services/3/lineitems/101", Map.of(), GradebookService.LINE_ITEM)
                        .status())
                .isEqualTo(404);
    }

    private ServiceAnswer results(Map<String, String> query) {
        return tool.get(LIST + "/101/lineitem/results", query, GradebookService.RESULTS);
    }

    private ServiceAnswer create(Map<String, Object> body) {
        return tool.send("POST", LIST, GradebookService.LINE_ITEM, body);
    }

    private List<Object> labels(Map<String, String> query) {
        ServiceAnswer answer = tool.get(LIST, query, GradebookService.LINE_ITEMS);
        return Json.asList(Json.read(answer.text(), Object.class)).stream()
                .map(one -> Json.asObject(one).get("label"))
                .toList();
    }
}
