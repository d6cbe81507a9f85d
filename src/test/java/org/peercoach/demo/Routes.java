package org.peercoach.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which address is answered by whom. */
final class Routes {

    /** Answers a request; {@code part} is what stood at the star of its path. */
    @FunctionalInterface
    interface Handler {
        Response answer(Request request, String part);
    }

    private record Route(String method, Pattern path, Handler handler) {}

    private final List<Route> routes = new ArrayList<>();

    /** Adds an address; its path may hold one star for a segment to hand over, and question marks for others. */
    Routes get(String path, Handler handler) {
        return add("GET", path, handler);
    }

    Routes post(String path, Handler handler) {
        return add("POST", path, handler);
    }

    private Routes add(String method, String path, Handler handler) {
        String pattern = path.replace(".", "\\.").replace("?", "[^/]+").replace("*", "([^/]+)");
        routes.add(new Route(method, Pattern.compile(pattern), handler));
        return this;
    }

    Optional<Response> answer(Request request) {
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        for (Route route : routes) {
            Matcher at = route.path().matcher(request.path());
            if (route.method().equals(method) && at.matches()) {
                return Optional.of(route.handler().answer(request, at.groupCount() > 0 ? at.group(1) : ""));
            }
        }
        return Optional.empty();
    }
}
