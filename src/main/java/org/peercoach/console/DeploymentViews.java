package org.peercoach.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.administration.KnownDeployment;
import org.peercoach.lti.administration.PlatformEndpoints;
import org.peercoach.shared.time.Times;
import org.springframework.stereotype.Component;

/** Deployments as the templates read them. */
@Component
class DeploymentViews {

    /**
     * One deployment.
     *
     * @param stateKind kind and {@code stateIcon} icon of its state; {@code stateKey} its words
     * @param action path of its acts, without the act
     * @param mayOpen whether who looks may approve or open it
     * @param mayClose whether who looks may close it
     * @param mayMove whether who looks may name another district while approving
     * @param check path of the connection doctor, or null
     */
    public record View(
            long id,
            String deploymentId,
            String stateKind,
            String stateIcon,
            String stateKey,
            String district,
            String platform,
            String registration,
            String issuer,
            String clientId,
            PlatformEndpoints endpoints,
            List<String> scopes,
            String since,
            @Nullable String lastLaunch,
            boolean sandbox,
            String action,
            boolean pending,
            boolean mayOpen,
            boolean mayClose,
            boolean mayMove,
            @Nullable String check) {}

    private record Looks(String kind, String icon) {}

    List<View> of(List<KnownDeployment> rows, Caller caller, Times times) {
        return rows.stream().map(row -> of(row, caller, times)).toList();
    }

    private View of(KnownDeployment row, Caller caller, Times times) {
        Looks looks = looks(row.status());
        Long district = caller.district();
        String path = (district == null ? "/operator/deployments/" : "/d/" + district + "/lms/") + row.id();
        String platform = row.platformName();
        return new View(
                row.id(),
                row.deploymentId(),
                looks.kind(),
                looks.icon(),
                "console.deployment.state." + row.status(),
                row.districtName(),
                platform == null ? row.registrationName() : platform,
                row.registrationName(),
                row.issuer(),
                row.clientId(),
                row.endpoints(),
                row.grantedScopes(),
                times.moment(row.since()),
                times.momentOrNull(row.lastLaunch()),
                row.sandbox(),
                path,
                row.pending(),
                !row.approved() && (caller.everywhere() || !row.decidedByOperator()),
                row.approved(),
                caller.everywhere(),
                row.approved() ? path + "/check" : null);
    }

    private static Looks looks(String status) {
        return switch (status) {
            case "PENDING" -> new Looks("wait", "waiting");
            case "APPROVED" -> new Looks("ok", "done");
            case "REFUSED" -> new Looks("bad", "refused");
            default -> new Looks("idle", "none");
        };
    }
}
