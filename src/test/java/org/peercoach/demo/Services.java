package org.peercoach.demo;

import org.peercoach.demo.platform.DemoPlatform;
import org.peercoach.demo.platform.ServiceCall;

/** What the tool's server asks of the LMS. */
final class Services {

    private final DemoPlatform platform;

    Services(DemoPlatform platform) {
        this.platform = platform;
    }

    void addTo(Routes routes) {
        routes.get(
                        "/jwks",
                        (request, part) -> Response.json(200, platform.jwks()).with("Cache-Control", "max-age=300"))
                .get(
                        "/.well-known/openid-configuration",
                        (request, part) ->
                                Response.json(200, platform.registrations().configuration()))
                .post("/token", (request, part) -> Response.of(platform.tokens().grant(request.form())))
                .post(
                        "/register",
                        (request, part) -> Response.of(
                                platform.registrations().register(request.header("Authorization"), request.body())));
    }

    /** Whether the switch for services rules this request. */
    boolean rules(Request request) {
        return request.path().equals("/token") || request.path().equals("/register") || platform.serves(request.path());
    }

    boolean serves(Request request) {
        return platform.serves(request.path()) || request.path().startsWith("/register/");
    }

    Response answer(Request request) {
        if (request.path().startsWith("/register/")) {
            String clientId = request.path().substring("/register/".length());
            return Response.of(platform.registrations()
                    .manage(request.method(), clientId, request.header("Authorization"), request.body()));
        }
        return Response.of(platform.service(new ServiceCall(
                request.method(),
                request.path(),
                request.uri().toString(),
                request.query(),
                request.header("Accept"),
                request.header("Content-Type"),
                request.header("Authorization"),
                request.body())));
    }
}
