package org.peercoach.lti.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.AssignmentAndGradeService;
import org.peercoach.lti.diagnosis.ConnectionCheck.Light;
import org.peercoach.lti.diagnosis.ConnectionCheck.What;
import org.peercoach.lti.registration.Registration;
import org.peercoach.lti.service.ServiceProbe;
import org.springframework.stereotype.Component;

/**
 * Examines a connection step by step, as somebody would who has to find a fault: can the platform be reached, are its
 * keys there, does its clock agree, does it give us a token, may that token do what we need. Results are classes, never
 * anything of the other side (ruling 29).
 */
@Component
class ConnectionDoctor {

    private final PlatformExamination platform;
    private final ServiceProbe probe;

    ConnectionDoctor(PlatformExamination platform, ServiceProbe probe) {
        this.platform = platform;
        this.probe = probe;
    }

    /** All that we need, whatever the platform grants. */
    static Set<String> needed() {
        Set<String> needed = new TreeSet<>(AssignmentAndGradeService.SCOPES);
        needed.add(ServiceProbe.ROSTER_SCOPE);
        return needed;
    }

    /** What does not depend on each other is asked at once, so that the slowest platform takes about ten seconds. */
    List<ConnectionCheck> examine(Registration registration, Connection.Course course) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<List<ConnectionCheck>> reached =
                    CompletableFuture.supplyAsync(() -> platform.examine(registration), threads);
            List<ConnectionCheck> checks = new ArrayList<>(services(registration, course));
            checks.addAll(0, reached.join());
            return checks;
        }
    }

    private List<ConnectionCheck> services(Registration registration, Connection.Course course) {
        ServiceProbe.Grant grant = probe.token(registration, needed());
        Set<String> refused = Set.of();
        if ("invalid_scope".equals(grant.outcome().error())) { // Canvas refuses all when it lacks one
            refused = refusedAlone(registration);
            Set<String> rest = new TreeSet<>(needed());
            rest.removeAll(refused);
            grant = rest.isEmpty() ? grant : probe.token(registration, rest);
        }
        return List.of(
                token(grant),
                scopes(grant, refused),
                roster(grant, course.membershipsUrl()),
                lineItems(grant, course.lineItemsUrl()));
    }

    private Set<String> refusedAlone(Registration registration) {
        Set<String> refused = new TreeSet<>();
        for (String scope : needed()) {
            if (!probe.token(registration, Set.of(scope)).outcome().ok()) {
                refused.add(scope);
            }
        }
        return refused;
    }

    private static ConnectionCheck token(ServiceProbe.Grant grant) {
        ServiceProbe.Outcome outcome = grant.outcome();
        String error = outcome.error();
        return outcome.ok()
                ? ConnectionCheck.good(What.TOKEN)
                : ConnectionCheck.bad(What.TOKEN, error == null ? outcome.what() : error, outcome.status());
    }

    private static ConnectionCheck scopes(ServiceProbe.Grant grant, Set<String> refused) {
        if (!grant.outcome().ok() && refused.isEmpty()) {
            return ConnectionCheck.unknown(What.SCOPES, "NO_TOKEN");
        }
        List<String> missing = needed().stream()
                .filter(scope -> !grant.scopes().contains(scope))
                .map(ConnectionDoctor::shortName)
                .toList();
        return missing.isEmpty()
                ? ConnectionCheck.good(What.SCOPES)
                : ConnectionCheck.bad(What.SCOPES, "MISSING", String.join(", ", missing));
    }

    private ConnectionCheck roster(ServiceProbe.Grant grant, @Nullable String url) {
        return read(What.ROSTER, grant, url, Set.of(ServiceProbe.ROSTER_SCOPE), probe::roster);
    }

    /** Reads only: nothing is created in anybody's gradebook. */
    private ConnectionCheck lineItems(ServiceProbe.Grant grant, @Nullable String url) {
        return read(What.LINE_ITEMS, grant, url, AssignmentAndGradeService.SCOPES, probe::lineItems);
    }

    private interface Reading {
        ServiceProbe.Outcome of(ServiceProbe.Grant grant, String url);
    }

    private static ConnectionCheck read(
            What what, ServiceProbe.Grant grant, @Nullable String url, Set<String> scopes, Reading reading) {
        if (!grant.outcome().ok()) {
            return ConnectionCheck.unknown(what, "NO_TOKEN");
        }
        if (url == null) {
            return ConnectionCheck.unknown(what, "NO_COURSE");
        }
        if (scopes.stream().noneMatch(grant.scopes()::contains)) {
            return ConnectionCheck.unknown(what, "NO_SCOPE");
        }
        ServiceProbe.Outcome outcome = reading.of(grant, url);
        return outcome.ok()
                ? ConnectionCheck.of(what, Light.GOOD, "OK", outcome.count())
                : ConnectionCheck.bad(what, outcome.what(), outcome.status());
    }

    /** The last part of a scope's address says what it allows. */
    private static String shortName(String scope) {
        return scope.substring(scope.lastIndexOf('/') + 1);
    }
}
