package org.peercoach.demo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RostersTests {

    private static final String PATH = "/services/CourseSection/3/bindings/1/memberships";

    private final FakeTool tool = new FakeTool();

    @Test
    void readWhenMoodleThenAllAtOnceWithShortRoles() {
        ServiceAnswer answer = read(Map.of());
        assertThat(answer.headers()).doesNotContainKey("Link");
        assertThat(members(answer)).hasSize(8);
        assertThat(members(answer))
                .extracting(one -> one.get("roles"))
                .contains(List.of("Instructor"), List.of("Learner"));
    }

    @Test
    void readWhenCanvasThenPagesUpToTheEnd() {
        tool.like("canvas");
        ServiceAnswer first = read(Map.of());
        assertThat(members(first)).hasSize(5);
        assertThat(first.headers().get("Link")).contains("from=5", "rel=\"next\"");
        ServiceAnswer second = read(Map.of("from", "5", "limit", "5"));
        assertThat(members(second)).hasSize(3);
        assertThat(second.headers()).doesNotContainKey("Link");
        assertThat(members(first)).extracting(one -> one.get("roles")).contains(List.of(Roles.LEARNER));
    }

    @Test
    void readWhenRoleIsAskedForThenFilteredButMoodleKnowsTwoOnly() {
        assertThat(members(read(Map.of("role", "Instructor")))).hasSize(1);
        assertThat(members(read(Map.of("role", "Mentor")))).hasSize(8);
        assertThat(read(Map.of("role", "Learner", "limit", "2")).headers().get("Link"))
                .doesNotContain("role");
    }

    @Test
    void readWhenPrivateThenNumbersOnly() {
        tool.platform.turn(Map.of("privacy", "nothing"));
        assertThat(members(read(Map.of())).getFirst()).containsKey("user_id").doesNotContainKeys("name", "email");
    }

    @Test
    void readWhenMoodleIsAskedForPagesThenTwoAtATime() {
        ServiceAnswer first = read(Map.of("limit", "500"));
        assertThat(members(first)).hasSize(2);
        assertThat(first.headers().get("Link")).contains("from=2", "rel=\"next\"");
    }

    @Test
    void readWhenSomebodyHasNoNameThenNone() {
        assertThat(members(read(Map.of())))
                .filteredOn(one -> "15".equals(one.get("user_id")))
                .singleElement()
                .satisfies(one -> assertThat(one).doesNotContainKeys("name", "email"));
    }

    @Test
    void readWhenEnrolmentsWereChangedThenTheListFollows() {
        tool.platform.enrol("3", "6", "REMOVED");
        tool.platform.enrol("3", "7", "SUSPENDED");
        tool.platform.enrol("3", "8", "TEACHER");
        assertThat(members(read(Map.of())))
                .extracting(one -> one.get("user_id"))
                .doesNotContain("6", "7");
        assertThat(members(read(Map.of("role", "Instructor")))).hasSize(2);
        tool.like("canvas");
        assertThat(members(read(Map.of())))
                .filteredOn(one -> "7".equals(one.get("user_id")))
                .singleElement()
                .satisfies(one -> assertThat(one.get("status")).isEqualTo("Inactive"));
        tool.platform.reset();
        assertThat(members(read(Map.of()))).hasSize(8);
    }

    @Test
    void readWhenCourseOrLinkIsUnknownThenNotFound() {
        assertThat(tool.get(PATH.replace("3", "99"), Map.of(), Rosters.MEMBERS).status())
                .isEqualTo(404);
        assertThat(read(Map.of("rlid", "999")).status()).isEqualTo(404);
        assertThat(tool.get(PATH, Map.of(), "application/json").status()).isEqualTo(400);
    }

    private ServiceAnswer read(Map<String, String> query) {
        return tool.get(PATH, query, Rosters.MEMBERS);
    }

    private static List<Map<String, Object>> members(ServiceAnswer answer) {
        return Json.asList(Json.object(answer.text()).get("members")).stream()
                .map(Json::asObject)
                .toList();
    }
}
