package org.peercoach.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.demo.platform.DemoStore;
import org.peercoach.demo.platform.Json;

class DemoServerTests {

    private static final HttpClient BROWSER = HttpClient.newHttpClient();
    private static DemoServer lms;

    @BeforeAll
    static void start() {
        lms = DemoServer.start(0, "http://localhost:1", DemoStore.inMemory());
    }

    @AfterAll
    static void stop() {
        lms.close();
    }

    @BeforeEach
    void reset() {
        lms.platform().reset();
    }

    @Test
    void startPageWhenOpenedThenEverybodyAndTheGradebook() throws Exception {
        HttpResponse<String> page = get("/");
        assertThat(page.body())
                .contains("Open as Mary", "Open as Helen", "Gradebook of the demo LMS", "Session 1")
                .contains("Peer Coaching does not answer at http://localhost:1");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-src 'self' http://localhost:1;");
    }

    @Test
    void startPageWhenLikeMoodleThenSaysThatTheObserverOpensAsACoach() throws Exception {
        assertThat(get("/").body()).contains("Observer · student in the LMS", "Moodle has no word for that");
        lms.platform().turn(java.util.Map.of("manner", "canvas"));
        assertThat(get("/").body()).contains("Observer · observer in the LMS").doesNotContain("Moodle has no word");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bootstrap.min.css",
                "peer-coaching.css",
                "icons.svg",
                "icon.svg",
                "demo.css",
                "demo.js",
                "submit.js",
                "messages.js"
            })
    void staticFileWhenAskedForThenThere(String name) throws Exception {
        assertThat(get("/static/" + name).statusCode()).isEqualTo(200);
        assertThat(get("/").body()).doesNotContain("https://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/gradebook",
                "/people",
                "/set-up",
                "/parts/gradebook",
                "/parts/events",
                "/jwks",
                "/.well-known/openid-configuration",
                "/_state"
            })
    void pageWhenAskedForThenThere(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/static/../secret", "/static/secret", "/courses"})
    void pageWhenUnknownThenNotFound(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void openWhenPostedThenSignedInAndOnThePageWithTheFrame() throws Exception {
        HttpResponse<String> opened = post("/open", "person=4&link=11", null);
        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(opened.headers().firstValue("Location")).hasValue("/courses/2/links/11");
        String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
        HttpResponse<String> page = get("/courses/2/links/11", cookie.split(";", 2)[0]);
        assertThat(page.body()).contains("name=\"tool\"", "src=\"/launch/11\"", "Mary Ellis · Student");
        assertThat(get("/courses/3/links/12", "demo-lms-person=4").statusCode()).isEqualTo(404);
        assertThat(get("/courses/2/links/11").statusCode()).isEqualTo(303);
    }

    @Test
    void launchWhenOpenedInTheFrameThenLoginInitiationPostsItself() throws Exception {
        String form = get("/launch/11", "demo-lms-person=4").body();
        assertThat(form)
                .contains(
                        "action=\"http://localhost:1/lti/login\"",
                        "name=\"login_hint\" value=\"4\"",
                        "/static/submit.js")
                .contains("name=\"lti_message_hint\" value=\"{&quot;cmid&quot;:11");
    }

    @Test
    void authWhenCookieStayedAtHomeThenPostsItselfOnce() throws Exception {
        String again = get("/auth?scope=openid&state=x").body();
        assertThat(again).contains("action=\"/auth?again=yes\"", "name=\"state\" value=\"x\"");
        assertThat(post("/auth?again=yes", "state=x", "http://localhost:1").statusCode())
                .isEqualTo(400);
    }

    @Test
    void postWhenFromAnotherSiteThenRefused() throws Exception {
        assertThat(post("/reset", "", "http://localhost:1").statusCode()).isEqualTo(403);
        assertThat(post("/reset", "", lms.baseUrl()).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({"failing, moodle, 500", "throttled, moodle, 429", "throttled, canvas, 403", "working, moodle, 400"})
    void tokenWhenServicesAreHinderedThenAsSwitched(String services, String manner, int status) throws Exception {
        assertThat(post("/_switch", "services=" + services + "&manner=" + manner, null)
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> answer = post("/token", "grant_type=client_credentials", null);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body().contains("Rate Limit Exceeded")).isEqualTo(status == 403);
        assertThat(get("/jwks").statusCode()).isEqualTo(200);
    }

    @Test
    void tokenWhenServicesAreSilentThenCutOff() throws Exception {
        post("/_switch", "services=silent", null);
        assertThatThrownBy(() -> post("/token", "", null)).isInstanceOf(IOException.class);
    }

    @Test
    void tokenWhenServicesAreSlowThenAnsweredLater() throws Exception {
        post("/_switch", "services=slow&slowMillis=300", null);
        long begun = System.nanoTime();
        assertThat(post("/token", "", null).statusCode()).isEqualTo(400);
        assertThat(System.nanoTime() - begun).isGreaterThan(300_000_000);
    }

    @Test
    void switchWhenUnknownThenNamed() throws Exception {
        HttpResponse<String> answer = post("/_switch", "manner=sakai", null);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("sakai is not one of [CANVAS, MOODLE]");
    }

    @Test
    void stateWhenReadThenCountersGradebookAndSwitches() throws Exception {
        get("/jwks");
        post("/token", "", null);
        Map<String, Object> state = Json.object(get("/_state").body());
        assertThat(state).containsKeys("switches", "gradebook", "scores", "events", "registrations");
        assertThat(state.get("counters")).isEqualTo(Map.of("jwksFetches", 1, "tokenRequests", 1, "tokensRefused", 1));
    }

    @Test
    void gradebookWhenAGradeIsEnteredByHandThenItStandsThere() throws Exception {
        assertThat(get("/gradebook").body()).contains("Grade of Mary Ellis in Session 1");
        String column = lms.platform()
                .world()
                .columns(lms.platform().world().courses().getFirst())
                .getFirst()
                .id();
        String mary = lms.platform().world().people().stream()
                .filter(person -> person.name().equals("Mary Ellis"))
                .findFirst()
                .orElseThrow()
                .id();
        HttpResponse<String> answer =
                post("/gradebook/by-hand", "column=" + column + "&person=" + mary + "&points=20", lms.baseUrl());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(get("/gradebook").body()).contains("20 of 25", "by hand");
        assertThat(post("/gradebook/by-hand", "column=" + column + "&person=" + mary + "&points=x", lms.baseUrl())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void startWhenPortIsTakenThenSaysSo() {
        int port = URI.create(lms.baseUrl()).getPort();
        assertThatThrownBy(() -> DemoServer.start(port, "http://localhost:1", DemoStore.inMemory()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(Integer.toString(port));
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(path, "");
    }

    private static HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(lms.baseUrl() + path));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return BROWSER.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String form, @org.jspecify.annotations.Nullable String origin)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(lms.baseUrl() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (origin != null) {
            request.header("Origin", origin);
        }
        return BROWSER.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
