package org.peercoach.course.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.course.MemberRole;
import org.peercoach.course.launch.Purpose;
import org.peercoach.course.launch.Purposes;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.peercoach.fixture.TestMembers.TestLaunch;
import org.peercoach.lti.LtiLaunch;
import org.peercoach.lti.LtiLaunch.DeepLinking;
import org.peercoach.shared.ProblemPage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** LTI-D1 to D13: who may pick, what is offered, and the one answer. */
@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class PickTests {

    private static final String CONTEXT = "http://purl.imsglobal.org/vocab/lis/v2/membership#";
    private static final String CLAIM = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    private static final String RETURN = "https://lms.example/return?course=2&sesskey=fZzZXBJrGO";
    private static final Pattern JWT = Pattern.compile("name=\"JWT\" value=\"([^\"]+)\"");

    @Autowired
    TestMembers members;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Purposes purposes;

    @Autowired
    Pickings pickings;

    private TestCourse course;

    @BeforeEach
    void newCourse() {
        course = members.course().withoutPurpose();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Instructor", "Administrator", "ContentDeveloper"})
    @DisplayName("LTI-D1: whoever builds the course may pick")
    void pickerWhenInstructorLikeThenOpens(String role) {
        SignedIn ruth = picking(wish(), CONTEXT + role);
        assertThat(ruth.landing().path()).matches("/c/\\d+/pick/\\d+");
        assertThat(ruth.get(ruth.landing().path()).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("LTI-D1: a Canvas role named Coach on the base of Teacher is a coach here, and may pick")
    void pickerWhenCoachByNameButInstructorThenOpens() {
        SignedIn coach = members.signIn(launch("Ann", wish(), CONTEXT + "Instructor")
                .custom(Map.of("canvas_roles", "Peer Coach"))
                .build());
        assertThat(coach.member().role()).isEqualTo(MemberRole.COACH);
        assertThat(coach.get(coach.landing().path()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CONTEXT + "Learner",
                CONTEXT + "Mentor",
                "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor",
                ""
            })
    @DisplayName("LTI-D1: nobody else may, whatever they are in the institution")
    void pickerWhenNotInstructorLikeThenAPlainPage(String role) {
        LtiLaunch launch = launch("Mary", wish(), role).build();
        assertThatThrownBy(() -> members.open(launch)).isInstanceOfSatisfying(ProblemPage.Thrown.class, thrown -> {
            assertThat(thrown.page().code()).isEqualTo("PICK-ROLE");
            assertThat(thrown.page().frameOrigins()).containsExactly("https://lms.example");
        });
    }

    @Test
    @DisplayName("LTI-D1: without a course there is nothing to place anything in")
    void pickerWhenNoCourseThenAPlainPage() {
        LtiLaunch launch = launch("Ada", wish(), "http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator")
                .context(null)
                .build();
        assertThatThrownBy(() -> members.open(launch)).hasMessageContaining("NO-COURSE");
    }

    @Test
    @DisplayName("LTI-D11: the request is its member's own; to everybody else it is not here")
    void pickerWhenAskedForByOthersThenNotHere() {
        SignedIn ruth = picking(wish(), CONTEXT + "Instructor");
        String path = ruth.landing().path();
        for (SignedIn other : List.of(
                course.trainer("Tom Trainer"),
                course.coach("Mary Ellis"),
                course.participant("Dana Reed"),
                course.observer("Olga Stone"))) {
            assertThat(other.get(path).statusCode()).isEqualTo(404);
            assertThat(other.post(path, Map.of("item", "session-1")).statusCode())
                    .isEqualTo(404);
            assertThat(other.post(path + "/cancel", Map.of()).statusCode()).isEqualTo(404);
        }
        SignedIn elsewhere = course.sibling().trainer("Ruth");
        assertThat(elsewhere
                        .get(elsewhere.at(path.substring(path.indexOf("/pick"))))
                        .statusCode())
                .isEqualTo(404);
        assertThat(ruth.withCookies("").get(path).statusCode()).isEqualTo(401);
        assertThat(ruth.post(path, Map.of("item", "session-1"), "no token").statusCode())
                .isEqualTo(403);
        assertThat(ruth.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void pickerWhenShownThenOneBoxForEachActivityAndOneButton() {
        SignedIn ruth = picking(wish(), CONTEXT + "Instructor");
        String page = ruth.get(ruth.landing().path()).body();
        assertThat(values(page, "type=\"checkbox\" name=\"item\" value=\"([^\"]+)\""))
                .startsWith("session-1", "session-2", "session-3", "session-4")
                .endsWith("session-8", "training");
        assertThat(page).containsOnlyOnce("id=\"add\"").contains("Training of coaches", "id=\"cancel\"");
        assertThat(page).doesNotContain("sesskey", "Placed already", "pc-nav", "Moodle");
    }

    @Test
    void pickerWhenSomethingIsPlacedThenSaysSo() {
        members.signIn(new TestLaunch(course, "Mary")
                .roles(CONTEXT + "Learner")
                .custom(Map.of("pc_activity", "session-2"))
                .build());
        SignedIn ruth = picking(wish(), CONTEXT + "Instructor");
        String page = ruth.get(ruth.landing().path()).body();
        assertThat(page).containsOnlyOnce("Placed already");
        assertThat(page.substring(page.indexOf("value=\"session-2\""), page.indexOf("value=\"session-3\"")))
                .contains("Placed already");
    }

    @Test
    @DisplayName("LTI-D4, D7, D8: the picked links go back signed, by a form to the return URL and to nowhere else")
    void addWhenTwoArePickedThenTheLmsGetsTwoLinks() throws ParseException, JOSEException {
        SignedIn ruth = picking(wish(), CONTEXT + "Instructor");
        HttpResponse<String> answer = add(ruth, "session-2", "session-1", "unknown");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("action=\"" + RETURN.replace("&", "&amp;") + "\"", "method=\"post\"", "id=\"back\"")
                .doesNotContain("_csrf");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("form-action 'self' https://lms.example;");
        JsonNode claims = claims(answer);
        assertThat(claims.get("iss").asString()).isEqualTo("client");
        assertThat(claims.get("aud").asString()).endsWith(".example");
        assertThat(claims.get("https://purl.imsglobal.org/spec/lti/claim/deployment_id")
                        .asString())
                .isEqualTo("1");
        List<JsonNode> items = items(claims);
        assertThat(items)
                .extracting(item -> item.get("title").asString())
                .containsExactly("Session 1: Getting Started", "Session 2: First steps");
        assertThat(items).allSatisfy(item -> {
            assertThat(item.get("type").asString()).isEqualTo("ltiResourceLink");
            assertThat(item.get("url").asString()).endsWith("/lti/launch");
            assertThat(item.get("custom").valueStream()).allMatch(JsonNode::isString);
            assertThat(item.at("/lineItem/scoreMaximum").isInt()).isTrue();
            assertThat(item.at("/lineItem/scoreMaximum").asInt()).isEqualTo(25);
            assertThat(item.at("/lineItem/tag").asString()).isEqualTo("peer-coaching");
            assertThat(item.at("/lineItem/submissionReview/url").asString()).contains("/lti/launch?view=review");
        });
        assertThat(items.getLast().at("/custom/pc_activity").asString()).isEqualTo("session-2");
        assertThat(items.getLast().at("/custom/pc_purpose").asString()).isEqualTo("training");
        assertThat(items.getLast().at("/lineItem/resourceId").asString()).isEqualTo("session-2");
        JWKSet keys = JWKSet.parse(ruth.get("/lti/jwks").body());
        SignedJWT message = SignedJWT.parse(jwt(answer));
        assertThat(message.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(message.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
    }

    @Test
    @DisplayName("LTI-D12: a pick makes nothing here: no link, no column")
    void addWhenPickedThenNothingIsMade() {
        SignedIn ruth = picking(wish(), CONTEXT + "Instructor");
        add(ruth, "session-3");
        assertThat(count("course_placement", ruth)).isZero();
        assertThat(count("gradebook_line_item", ruth)).isZero();
    }

    @Test
    @DisplayName("Ruling 8: placing a session says that the course is a training course, if nobody has said anything")
    void addWhenNoPurposeThenTraining() {
        SignedIn ruth = picking(wish(), CONTEXT + "Instructor");
        assertThat(purposes.of(ruth.member().course())).isEmpty();
        add(ruth, "session-1");
        assertThat(purposes.of(ruth.member().course())).contains(Purpose.TRAINING);
        purposes.decide(ruth.member().course(), Purpose.COLLABORATION);
        add(picking(wish(), CONTEXT + "Instructor"), "session-1");
        assertThat(purposes.of(ruth.member().course())).contains(Purpose.COLLABORATION);
    }

    @Test
    void addWhenPickedThenTheAuditLogSaysWhat() {
        SignedIn ruth = picking(wish(), CONTEXT + "Instructor");
        add(ruth, "session-1", "session-4");
        assertThat(jdbc.sql("select details from audit_entry where course_id = ? and act = 'placing.picked'")
                        .param(ruth.member().course().value())
                        .query(String.class)
                        .list())
                .containsExactly("session-1 session-4");
    }

    @Test
    void addWhenNothingIsChosenThenSaysSoAndCanGoOn() {
        SignedIn ruth = picking(wish(), CONTEXT + "Instructor");
        HttpResponse<String> answer = add(ruth);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Choose at least one", "id=\"fault\"");
        assertThat(add(ruth, "session-1").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("LTI-D3: one only where the LMS takes one; several are refused and stay chosen")
    void addWhenOnlyOneIsTakenThenSeveralAreRefused() {
        SignedIn ruth = picking(wish(Set.of("ltiResourceLink"), false, true, null), CONTEXT + "Instructor");
        assertThat(ruth.get(ruth.landing().path()).body())
                .contains("type=\"radio\"")
                .doesNotContain("type=\"checkbox\"");
        HttpResponse<String> answer = add(ruth, "session-1", "session-2");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("takes only one", "checked");
        assertThat(items(claims(add(ruth, "session-2")))).hasSize(1);
    }

    @Test
    @DisplayName("LTI-D3: where LTI links are not taken the page says so and leads back with the reason")
    void pickerWhenLinksAreNotTakenThenSaysSoAndLeadsBack() {
        SignedIn ruth = picking(wish(Set.of("file", "image"), true, true, null), CONTEXT + "Instructor");
        String path = ruth.landing().path();
        assertThat(ruth.get(path).body())
                .contains("Activities cannot be added here")
                .doesNotContain("name=\"item\"");
        assertThat(add(ruth, "session-1").statusCode()).isEqualTo(422);
        JsonNode claims = claims(ruth.post(path + "/cancel", Map.of()));
        assertThat(items(claims)).isEmpty();
        assertThat(claims.get(CLAIM + "errormsg").asString()).contains("takes none");
        assertThat(claims.get(CLAIM + "errorlog").asString()).contains("ltiResourceLink");
    }

    @Test
    @DisplayName("LTI-D8, D13: no column where the LMS takes none with a link; it is made later")
    void addWhenLineItemsAreNotTakenThenNone() {
        SignedIn ruth = picking(wish(Set.of("ltiResourceLink"), true, false, null), CONTEXT + "Instructor");
        assertThat(ruth.get(ruth.landing().path()).body()).contains("comes when the link is opened first");
        List<JsonNode> items = items(claims(add(ruth, "session-1", "training")));
        assertThat(items).hasSize(2).noneMatch(item -> item.has("lineItem"));
    }

    @Test
    @DisplayName("LTI-D8: what has no points has no column")
    void addWhenNotGradedThenNoColumn() {
        SignedIn ruth = picking(wish(), CONTEXT + "Instructor");
        assertThat(items(claims(add(ruth, "training"))))
                .singleElement()
                .satisfies(item -> assertThat(item.has("lineItem")).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"iframe", "window", "frame iframe window", ""})
    @DisplayName("LTI-D10: a window only where the LMS offers no frame")
    void addWhenTargetsThenOnlyWhatIsOffered(String targets) {
        DeepLinking asked = new DeepLinking(
                RETURN, Set.of("ltiResourceLink"), Set.of(targets.split(" ")), true, true, null, null, null);
        JsonNode item = items(claims(add(picking(asked, CONTEXT + "Instructor"), "session-1")))
                .getFirst();
        assertThat(item.has("window")).isEqualTo(targets.equals("window"));
        assertThat(item.has("iframe")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "opaque ä 😀"})
    @DisplayName("LTI-D5: data is echoed, also when blank")
    void addWhenDataThenEchoed(String data) {
        SignedIn ruth = picking(wish(Set.of("ltiResourceLink"), true, true, data), CONTEXT + "Instructor");
        assertThat(claims(add(ruth, "session-1")).get(CLAIM + "data").asString())
                .isEqualTo(data);
    }

    @Test
    @DisplayName("LTI-D5: data that did not come does not go")
    void addWhenNoDataThenNone() {
        assertThat(claims(add(picking(wish(), CONTEXT + "Instructor"), "session-1"))
                        .has(CLAIM + "data"))
                .isFalse();
    }

    @Test
    @DisplayName("LTI-D6: Cancel says that nothing was added, here first, and returns an empty list")
    void cancelWhenPressedThenEmptyListAndWordsHere() {
        SignedIn ruth = picking(wish(Set.of("ltiResourceLink"), true, true, "d"), CONTEXT + "Instructor");
        HttpResponse<String> answer = ruth.post(ruth.landing().path() + "/cancel", Map.of());
        assertThat(answer.body()).contains("Nothing was added", "Back to your LMS", "data-wait=\"4000\"");
        JsonNode claims = claims(answer);
        assertThat(items(claims)).isEmpty();
        assertThat(claims.get(CLAIM + "msg").asString()).isEqualTo("Nothing was added");
        assertThat(claims.get(CLAIM + "data").asString()).isEqualTo("d");
        assertThat(purposes.of(ruth.member().course())).isEmpty();
    }

    @Test
    @DisplayName("LTI-D11: answered once; then, and when it is too old, a page that can be read")
    void answerWhenTwiceOrLateThenAReadablePage() {
        SignedIn ruth = picking(wish(), CONTEXT + "Instructor");
        String path = ruth.landing().path();
        add(ruth, "session-1");
        for (HttpResponse<String> again :
                List.of(add(ruth, "session-1"), ruth.post(path + "/cancel", Map.of()), ruth.get(path))) {
            assertThat(again.statusCode()).isEqualTo(410);
            assertThat(again.body()).contains("This was answered already").doesNotContain("JWT");
        }
        SignedIn late = picking(wish(), CONTEXT + "Instructor");
        jdbc.sql("update course_picking set expires_at = timestamp '2026-01-01 00:00:00' where answered_at is null"
                        + " and course_id = ?")
                .param(late.member().course().value())
                .update();
        assertThat(add(late, "session-1").body()).contains("Your LMS has waited too long");
        assertThat(late.get(late.landing().path()).statusCode()).isEqualTo(410);
    }

    @Test
    @DisplayName("LTI-D11: what nobody can answer any more is forgotten after a day, with its address")
    void forgetWhenADayOldThenGone() {
        SignedIn old = picking(wish(), CONTEXT + "Instructor");
        jdbc.sql("update course_picking set expires_at = timestamp '2026-01-01 00:00:00' where course_id = ?")
                .param(old.member().course().value())
                .update();
        SignedIn fresh = picking(wish(), CONTEXT + "Instructor");
        pickings.forgetOld();
        assertThat(old.get(old.landing().path()).statusCode()).isEqualTo(404);
        assertThat(fresh.get(fresh.landing().path()).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("LTI-D11: of two answers at once one goes")
    void answerWhenTwoAtOnceThenOne() throws Exception {
        SignedIn ruth = picking(wish(), CONTEXT + "Instructor");
        String token = ruth.csrf();
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            List<Future<HttpResponse<String>>> answers = Stream.generate(() ->
                            people.submit(() -> ruth.post(ruth.landing().path(), Map.of("item", "session-1"), token)))
                    .limit(4)
                    .toList();
            for (Future<HttpResponse<String>> answer : answers) {
                statuses.add(answer.get().statusCode());
            }
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 410, 410, 410);
    }

    @Test
    @DisplayName("LTI-D11: where the answer goes comes from the launch, never from the browser, and is never logged")
    void addWhenTheBrowserNamesAnAddressThenIgnored(CapturedOutput log) {
        SignedIn ruth = picking(wish(), CONTEXT + "Instructor");
        HttpResponse<String> answer = ruth.post(
                ruth.landing().path() + "?deep_link_return_url=https://evil.example/x",
                Map.of(
                        "item",
                        "session-1",
                        "deep_link_return_url",
                        "https://evil.example/x",
                        "returnUrl",
                        "https://evil"));
        assertThat(answer.body()).contains("lms.example").doesNotContain("evil.example");
        assertThat(log.getAll()).doesNotContain("fZzZXBJrGO", "eyJ");
        assertThat(jdbc.sql("select return_url from course_picking where course_id = ?")
                        .param(ruth.member().course().value())
                        .query(String.class)
                        .list())
                .containsExactly("");
    }

    @Test
    void pickerWhenOnMoodleThenSaysHowItSaves() {
        SignedIn ruth = members.signIn(
                launch("Ruth", wish(), CONTEXT + "Instructor").on("moodle").build());
        assertThat(ruth.get(ruth.landing().path()).body()).contains("Moodle shows a summary next");
    }

    private SignedIn picking(DeepLinking asked, String role) {
        return members.signIn(launch("Ruth", asked, role).build());
    }

    private TestLaunch launch(String name, DeepLinking asked, String role) {
        return new TestLaunch(course, name)
                .roles(role)
                .message("LtiDeepLinkingRequest")
                .link(null)
                .deepLinking(asked);
    }

    /** As Moodle asks. */
    private static DeepLinking wish() {
        return wish(Set.of("ltiResourceLink"), true, true, null);
    }

    private static DeepLinking wish(Set<String> types, boolean multiple, boolean lineItem, @Nullable String data) {
        return new DeepLinking(RETURN, types, Set.of("iframe", "window"), multiple, lineItem, data, null, null);
    }

    private static HttpResponse<String> add(SignedIn who, String... keys) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (String key : keys) {
            fields.add(Map.entry("item", key));
        }
        fields.add(Map.entry("_csrf", who.csrf()));
        return who.postRaw(who.landing().path(), fields);
    }

    private static String jwt(HttpResponse<String> answer) {
        Matcher field = JWT.matcher(answer.body());
        assertThat(field.find()).as(answer.body()).isTrue();
        return field.group(1);
    }

    private static JsonNode claims(HttpResponse<String> answer) {
        try {
            return JsonMapper.shared()
                    .readTree(SignedJWT.parse(jwt(answer)).getPayload().toString());
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static List<JsonNode> items(JsonNode claims) {
        return claims.get(CLAIM + "content_items").valueStream().toList();
    }

    private static List<String> values(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private long count(String table, SignedIn who) {
        return jdbc.sql("select count(*) from " + table + " where course_id = ?")
                .param(who.member().course().value())
                .query(Long.class)
                .single();
    }
}
