package org.peercoach.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.peercoach.demo.platform.Column;
import org.peercoach.demo.platform.DemoPlatform;
import org.peercoach.demo.platform.Grade;
import org.peercoach.demo.platform.Json;

/** Tests look in and turn switches here. */
final class MachineDoor {

    private final DemoPlatform platform;

    MachineDoor(DemoPlatform platform) {
        this.platform = platform;
    }

    void addTo(Routes routes) {
        routes.get("/_state", (request, part) -> Response.json(200, state()))
                .post("/_switch", (request, part) -> turn(request))
                .post("/_reset", (request, part) -> reset())
                .post("/_revoke-tokens", (request, part) -> revoke());
    }

    private Map<String, Object> state() {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("issuer", platform.endpoints().issuer());
        result.put("switches", platform.switches());
        result.put("gradebook", gradebook());
        result.put("counters", platform.counters().all());
        result.put("scores", platform.counters().scores());
        result.put(
                "registrations",
                platform.tools().all().stream()
                        .map(one -> Map.of(
                                "clientId", one.clientId(), "deploymentId", one.deploymentId(), "status", one.status()))
                        .toList());
        result.put("clientInUse", platform.tools().inUse().clientId());
        result.put("links", platform.world().links());
        result.put("events", platform.events());
        return result;
    }

    private List<Map<String, Object>> gradebook() {
        return platform.world().courses().stream()
                .flatMap(course -> platform.world().columns(course).stream())
                .map(this::column)
                .toList();
    }

    private Map<String, Object> column(Column column) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("column", column);
        Map<String, Object> grades = new LinkedHashMap<>();
        platform.grades().stream()
                .filter(one -> one.columnId().equals(column.id()))
                .forEach(one -> grades.put(name(one), one));
        result.put("grades", grades);
        return result;
    }

    private String name(Grade grade) {
        return platform.world().person(grade.personId()).orElseThrow().name();
    }

    /** Takes a form or a JSON object. */
    private Response turn(Request request) {
        Map<String, String> wanted = new LinkedHashMap<>(request.form());
        Json.object(request.body()).forEach((name, value) -> wanted.put(name, String.valueOf(value)));
        try {
            return Response.json(200, platform.turn(wanted));
        } catch (IllegalArgumentException e) {
            return Response.json(400, Map.of("error", String.valueOf(e.getMessage())));
        }
    }

    private Response reset() {
        platform.reset();
        return Response.json(200, Map.of("reset", true));
    }

    private Response revoke() {
        platform.revokeTokens();
        return Response.json(200, Map.of("revoked", true));
    }
}
