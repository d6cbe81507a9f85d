package org.peercoach.lti.launch;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.peercoach.lti.LtiLaunch.ToolPlatform;
import org.peercoach.lti.registration.Deployment;
import org.peercoach.lti.registration.Registration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes deployments that launch for the first time: waiting, or approved at once where the registration says so. */
@Component
class NewDeployments {

    private static final int LONGEST_NAME = 255;

    private final JdbcClient jdbc;
    private final Clock clock;

    NewDeployments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Does nothing to a deployment that somebody else has noted meanwhile. */
    @Transactional
    public void note(Registration registration, String deploymentId, ToolPlatform platform) {
        lock(registration);
        boolean adopted = registration.adoptsFirstDeployment() && adopts(registration);
        Deployment.Status status = adopted ? Deployment.Status.APPROVED : Deployment.Status.PENDING;
        String district =
                adopted ? registration.districtName() : proposedDistrict(registration, deploymentId, platform);
        LocalDateTime now = now();
        jdbc.sql("insert into lti_deployment (registration_id, deployment_id, status, district_name, created_at,"
                        + " changed_at) values (?, ?, ?, ?, ?, ?) on duplicate key update changed_at = changed_at")
                .params(registration.id(), deploymentId, status.name(), district, now, now)
                .update();
    }

    /** One after another: two that look for a first deployment at once would block each other's insert for ever. */
    private void lock(Registration registration) {
        jdbc.sql("select id from lti_registration where id = ? for update")
                .param(registration.id())
                .query(Long.class)
                .optional();
    }

    /** Of two first deployments at once the first takes the offer away (LTI-R8). */
    private boolean adopts(Registration registration) {
        return jdbc.sql("update lti_registration set adopts_first_deployment = false, changed_at = ?"
                                + " where id = ? and adopts_first_deployment = true and not exists"
                                + " (select 1 from lti_deployment where registration_id = ?)")
                        .params(now(), registration.id(), registration.id())
                        .update()
                == 1;
    }

    /**
     * Ruling 5: the district whose deployments have the same registration and guid; the registration's own district
     * while nobody else is there; otherwise a new one, under a name that a platform cannot choose.
     */
    private String proposedDistrict(Registration registration, String deploymentId, ToolPlatform platform) {
        Optional<String> sameSite = platform.guid() == null
                ? Optional.empty()
                : jdbc.sql("select district_name from lti_deployment where registration_id = ? and platform_guid = ?"
                                + " and status = 'APPROVED' order by id limit 1")
                        .params(registration.id(), platform.guid())
                        .query(String.class)
                        .optional();
        return sameSite.orElseGet(() ->
                isFirst(registration) ? registration.districtName() : cut(registration.name() + " " + deploymentId));
    }

    private boolean isFirst(Registration registration) {
        return jdbc.sql("select 1 from lti_deployment where registration_id = ? limit 1")
                .param(registration.id())
                .query(Integer.class)
                .optional()
                .isEmpty();
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
