package org.peercoach.lti.registration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may launch. Read on every launch, so each node remembers rows for at most 10 seconds (ruling 21). */
@Component
public class RegistrationCatalog {

    private static final Duration MEMORY = Duration.ofSeconds(10);
    private static final String COLUMNS = "select id, issuer, client_id, name, authorization_endpoint, token_endpoint,"
            + " jwks_uri, audience, product_family, district_name, adopts_first_deployment, switched_off_at"
            + " from lti_registration";
    private static final RowMapper<Registration> REGISTRATION = (row, index) -> {
        String tokenEndpoint = row.getString("token_endpoint");
        String audience = row.getString("audience");
        return new Registration(
                row.getLong("id"),
                row.getString("issuer"),
                row.getString("client_id"),
                row.getString("name"),
                row.getString("authorization_endpoint"),
                tokenEndpoint,
                row.getString("jwks_uri"),
                audience == null || audience.isBlank() ? tokenEndpoint : audience,
                row.getString("product_family"),
                row.getString("district_name"),
                row.getBoolean("adopts_first_deployment"),
                row.getObject("switched_off_at") != null);
    };
    private static final RowMapper<Deployment> DEPLOYMENT = (row, index) -> new Deployment(
            row.getLong("id"),
            row.getLong("registration_id"),
            row.getString("deployment_id"),
            Deployment.Status.valueOf(row.getString("status")),
            row.getString("district_name"));

    private record ClientKey(String issuer, String clientId) {}

    private record DeploymentKey(long registrationId, String deploymentId) {}

    private final JdbcClient jdbc;
    private final LoadingCache<ClientKey, Optional<Registration>> byClient;
    private final LoadingCache<Long, Optional<Registration>> byId;
    private final LoadingCache<DeploymentKey, Optional<Deployment>> deployments;

    RegistrationCatalog(JdbcClient jdbc) {
        this.jdbc = jdbc;
        Caffeine<Object, Object> memory =
                Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(20_000);
        this.byClient = memory.build(this::read);
        this.byId = memory.build(this::read);
        this.deployments = memory.build(this::read);
    }

    /** The registration with exactly this issuer and client id (LTI-L3). */
    public Optional<Registration> find(String issuer, String clientId) {
        return byClient.get(new ClientKey(issuer, clientId));
    }

    /** All registrations of an issuer, at most two: enough to know whether a missing client id is ambiguous (LTI-L3). */
    public List<Registration> ofIssuer(String issuer) {
        return jdbc.sql(COLUMNS + " where issuer = ? order by id limit 2")
                .param(issuer)
                .query(REGISTRATION)
                .list();
    }

    /** The registration with our id. */
    public Optional<Registration> byId(long id) {
        return byId.get(id);
    }

    /** The deployment with the platform's id, in any status (LTI-T15). */
    public Optional<Deployment> deployment(Registration registration, String deploymentId) {
        return deployments.get(new DeploymentKey(registration.id(), deploymentId));
    }

    /** Forgets what this node remembers; others follow within 10 seconds. */
    public void forget() {
        byClient.invalidateAll();
        byId.invalidateAll();
        deployments.invalidateAll();
    }

    private Optional<Registration> read(ClientKey key) {
        return jdbc.sql(COLUMNS + " where issuer = ? and client_id = ?")
                .params(key.issuer(), key.clientId())
                .query(REGISTRATION)
                .optional();
    }

    private Optional<Registration> read(Long id) {
        return jdbc.sql(COLUMNS + " where id = ?").param(id).query(REGISTRATION).optional();
    }

    private Optional<Deployment> read(DeploymentKey key) {
        return jdbc.sql("select id, registration_id, deployment_id, status, district_name from lti_deployment"
                        + " where registration_id = ? and deployment_id = ?")
                .params(key.registrationId(), key.deploymentId())
                .query(DEPLOYMENT)
                .optional();
    }
}
