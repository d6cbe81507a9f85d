package org.peercoach;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class PeerCoachingApplicationTests {

    @Autowired
    Settings settings;

    @Test
    void healthWhenNotSignedInThenAnswersWithoutDetails() throws Exception {
        HttpResponse<String> answer = get("/actuator/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("UP").doesNotContain("db", "diskSpace");
    }

    @Test
    void unknownPageWhenAskedThenPageInPlainWords() throws Exception {
        HttpResponse<String> answer = get("/no-such-page");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("This page is not here", "NOT-FOUND");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void requestWhenRefusedByTheFirewallThenPageInPlainWords() throws Exception {
        HttpResponse<String> answer = get("/public;x=y/privacy");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("This request could not be read", "BAD-REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/public/certificate/%00", "/%c0%af", "/a%2fb"})
    void requestWhenRefusedByTheContainerThenPageInPlainWords(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("This request could not be read", "BAD-REQUEST", "id=\"reference\"");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void errorPageWhenCalledByHandThenNotFound() throws Exception {
        assertThat(get("/error").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(settings.url(path))).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
