package org.peercoach.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The smallest tool that a launch can end in, on another site than the LMS; keeps its proof with the LMS if it may. */
final class ToolSite implements AutoCloseable {

    private static final String STORE = """
            <!doctype html><html lang="en"><head><title>Tool</title></head><body><main><h1>Storing</h1></main><script>
            const target = '{target}' === '_parent' ? parent : parent.frames['{target}'];
            addEventListener('message', (event) => {
              if (event.origin === '{lms}' && event.data.subject === 'lti.put_data.response') location.assign('{next}');
            });
            parent.postMessage({subject: 'lti.capabilities', message_id: 'm0'}, '*');
            target.postMessage({subject: 'lti.put_data', message_id: 'm1', key: 'state', value: 'proof'}, '{lms}');
            </script></body></html>
            """;
    private static final String LAUNCHED = """
            <!doctype html><html lang="en"><head><title>Tool</title></head><body><main><h1>Launched</h1><p id="what">{what}</p><p id="proof">none</p></main><script>
            const frame = '{target}' === '_parent' ? parent : '{target}' && parent.frames['{target}'];
            addEventListener('message', (event) => {
              if (event.origin === '{lms}' && event.data.subject === 'lti.get_data.response') document.getElementById('proof').textContent = event.data.value || 'empty';
            });
            if (frame) frame.postMessage({subject: 'lti.get_data', message_id: 'm2', key: 'state'}, '{lms}');
            </script></body></html>
            """;
    private static final String INSTALLER = """
            <!doctype html><html lang="en"><head><title>Tool</title></head><body><main><h1>Install</h1><button id="close" onclick="parent.postMessage({subject: 'org.imsglobal.lti.close'}, '*')">Close</button></main></body></html>
            """;

    private final HttpServer server;
    private String lms = "";
    private String target = "";

    ToolSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    /** Says localhost where the LMS says 127.0.0.1. */
    String baseUrl() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void launchedBy(String issuer) {
        this.lms = issuer;
    }

    private void serve(HttpExchange exchange) throws IOException {
        Request request = Request.of(exchange);
        switch (request.path()) {
            case "/lti/login" -> login(request).send(exchange);
            case "/lti/launch" ->
                page(LAUNCHED.replace("{what}", String.join(" ", request.form().keySet())))
                        .send(exchange);
            default -> page(INSTALLER).send(exchange);
        }
    }

    private Response login(Request request) {
        Map<String, String> form = request.form();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("scope", "openid");
        query.put("response_type", "id_token");
        query.put("response_mode", "form_post");
        query.put("client_id", form.getOrDefault("client_id", ""));
        query.put("redirect_uri", baseUrl() + "/lti/launch");
        query.put("login_hint", form.getOrDefault("login_hint", ""));
        query.put("lti_message_hint", form.getOrDefault("lti_message_hint", ""));
        query.put("nonce", "n");
        query.put("state", "s");
        String next = lms + "/auth?"
                + query.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        target = form.getOrDefault("lti_storage_target", "");
        return target.isEmpty()
                ? Response.of(302, "text/plain", "")
                        .with("Location", URI.create(next).toString())
                : page(STORE.replace("{next}", next));
    }

    private Response page(String html) {
        return Response.of(
                200, "text/html; charset=utf-8", html.replace("{lms}", lms).replace("{target}", target));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
