package org.peercoach.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class PrivacyControllerTests {

    @Autowired
    Settings settings;

    @Test
    void privacyWhenAskedWithoutASessionThenShownInAnyFrameWithoutFormOrCookie() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.url("/public/privacy")))
                .build();
        HttpResponse<String> page = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<h1 tabindex=\"-1\">Data and privacy</h1>", "Only you.", "Cookies")
                .doesNotContain("<form", "??");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .endsWith("frame-ancestors *");
    }
}
