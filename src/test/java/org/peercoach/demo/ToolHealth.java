package org.peercoach.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Whether the tool is there, so that a visitor who is early learns why the frame stays empty. */
final class ToolHealth {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI address;

    ToolHealth(String toolBaseUrl) {
        this.address = URI.create(toolBaseUrl + "/actuator/health");
    }

    boolean answers() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
