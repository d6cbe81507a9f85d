package org.peercoach.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoach.demo.platform.DemoStore;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Mails for trying out: caught, shown, and never more than that. */
class MailCatcherTests {

    private final HttpClient client = HttpClient.newHttpClient();
    private MailCatcher catcher;
    private DemoServer lms;

    @BeforeEach
    void start() {
        catcher = MailCatcher.start(0);
        lms = DemoServer.start(0, "http://localhost:1", DemoStore.inMemory(), catcher);
    }

    @AfterEach
    void stop() {
        lms.close();
        catcher.close();
    }

    @Test
    void pageWhenNothingCameThenSaysSo() throws Exception {
        assertThat(get("/mails").body()).contains("No mail yet");
    }

    @Test
    void mailWhenSentThenShownWithItsLinksAndNothingElseAlive() throws Exception {
        send("mary@school.example");
        assertThat(get("/mails").body())
                .contains("Größe &lt;b&gt;", "To mary@school.example", "<a href=\"https://tool.example/go/x\">")
                .contains("\n.a dot first")
                .doesNotContain("<script>");
        HttpResponse<String> html = get("/mails/1");
        assertThat(html.body()).contains("<h1>Mail</h1>");
        assertThat(html.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'");
        assertThat(get("/mails/2").statusCode()).isEqualTo(404);
    }

    @Test
    void mailWhenNobodyHasThatMailboxThenRefused() {
        assertThatThrownBy(() -> send("gone@school.example")).isInstanceOf(MailSendException.class);
        assertThat(catcher.latest()).isEmpty();
    }

    @Test
    void catcherWhenItsPortIsTakenThenAnother() {
        try (MailCatcher other = MailCatcher.start(catcher.port())) {
            assertThat(other.port()).isNotEqualTo(catcher.port());
        }
    }

    private void send(String to) throws MessagingException {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(catcher.port());
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(message, true, "UTF-8");
        parts.setFrom("coaching@school.example");
        parts.setTo(to);
        parts.setSubject("Größe <b>");
        parts.setText("See https://tool.example/go/x\n.a dot first\n<script>", "<h1>Mail</h1>");
        sender.send(message);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(lms.baseUrl() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
