package org.peercoach.lti.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.registration.RegistrationRow.Endpoints;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Registrations and their approved deployments in the database; every write is an upsert, so nodes may race. */
@Component
class Registrations {

    /** {@code values(x)} is the one spelling that both H2 and MySQL take. */
    private static final String SAVE = "insert into lti_registration (issuer, client_id, name, authorization_endpoint,"
            + " token_endpoint, jwks_uri, audience, product_family, district_name, adopts_first_deployment,"
            + " granted_scopes, client_configuration_uri, source, created_at, changed_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on duplicate key update name = values(name),"
            + " authorization_endpoint = values(authorization_endpoint), token_endpoint = values(token_endpoint),"
            + " jwks_uri = values(jwks_uri), audience = values(audience), product_family = values(product_family),"
            + " district_name = values(district_name), adopts_first_deployment = values(adopts_first_deployment),"
            + " granted_scopes = values(granted_scopes),"
            + " client_configuration_uri = values(client_configuration_uri), source = values(source),"
            + " changed_at = values(changed_at)";

    /** Only one that waits is approved: an approved one keeps its district (ruling 5), a closed one stays closed. */
    private static final String APPROVE = "insert into lti_deployment (registration_id, deployment_id, status,"
            + " district_name, created_at, changed_at)"
            + " values (?, ?, 'APPROVED', ?, ?, ?)"
            + " on duplicate key update"
            + " lti_deployment.district_name = case when lti_deployment.status = 'PENDING'"
            + " then values(district_name) else lti_deployment.district_name end,"
            + " lti_deployment.changed_at = case when lti_deployment.status = 'PENDING'"
            + " then values(changed_at) else lti_deployment.changed_at end,"
            + " lti_deployment.status = case when lti_deployment.status = 'PENDING'"
            + " then 'APPROVED' else lti_deployment.status end";

    private static final String WAIT = "insert into lti_deployment (registration_id, deployment_id, status,"
            + " district_name, created_at, changed_at) values (?, ?, 'PENDING', ?, ?, ?)"
            + " on duplicate key update lti_deployment.deployment_id = lti_deployment.deployment_id";

    private static final String UPDATE = "update lti_registration set issuer = ?, client_id = ?, name = ?,"
            + " authorization_endpoint = ?, token_endpoint = ?, jwks_uri = ?, audience = ?, product_family = ?,"
            + " district_name = ?, adopts_first_deployment = ?, granted_scopes = ?, client_configuration_uri = ?,"
            + " source = ?, changed_at = ? where id = ?";

    private static final String ALL = "select id, issuer, client_id, name, authorization_endpoint, token_endpoint,"
            + " jwks_uri, audience, product_family, district_name, adopts_first_deployment, granted_scopes,"
            + " client_configuration_uri, source from lti_registration";

    private static final String ALL_DECIDED =
            "select registration_id, deployment_id from lti_deployment where status <> 'PENDING'";

    /** A registration as it is stored. */
    record Stored(long id, RegistrationRow row) {}

    /** A deployment to approve, or to let wait. */
    record Approval(long registrationId, String deploymentId, String districtName) {}

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Registrations(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All registrations there are, by issuer and client id: for an import only, never for a page. */
    Map<List<String>, Stored> all() {
        Map<List<String>, Stored> all = new HashMap<>();
        jdbc.query(ALL, row -> {
            Stored stored = stored(row);
            all.put(List.of(stored.row().issuer(), stored.row().clientId()), stored);
        });
        return all;
    }

    /** The registration with this issuer and client id; nobody else changes it before the transaction ends. */
    Optional<Stored> find(String issuer, String clientId) {
        return jdbc
                .query(
                        ALL + " where issuer = ? and client_id = ? for update",
                        (row, index) -> stored(row),
                        issuer,
                        clientId)
                .stream()
                .findFirst();
    }

    /** All deployments that are approved or closed, by our id of the registration: for an import only. */
    Map<Long, Set<String>> decided() {
        Map<Long, Set<String>> all = new HashMap<>();
        jdbc.query(ALL_DECIDED, row -> {
            all.computeIfAbsent(row.getLong("registration_id"), id -> new HashSet<>())
                    .add(row.getString("deployment_id"));
        });
        return all;
    }

    /** Changes registrations that are stored. */
    void update(List<Stored> changed) {
        LocalDateTime now = now();
        jdbc.batchUpdate(
                UPDATE,
                changed.stream().map(one -> values(one.row(), now, one.id())).toList());
    }

    /** Writes these registrations, new or not. */
    void save(List<RegistrationRow> rows) {
        LocalDateTime now = now();
        jdbc.batchUpdate(SAVE, rows.stream().map(row -> values(row, now, now)).toList());
    }

    /** Approves deployments of registrations that are there. */
    void approve(List<Approval> approvals) {
        LocalDateTime now = now();
        jdbc.batchUpdate(
                APPROVE,
                approvals.stream()
                        .map(one ->
                                new Object[] {one.registrationId(), one.deploymentId(), one.districtName(), now, now})
                        .toList());
    }

    /** Notes a deployment that the operator must look at; one that is known stays as it is. */
    void await(Approval waiting) {
        LocalDateTime now = now();
        jdbc.update(WAIT, waiting.registrationId(), waiting.deploymentId(), waiting.districtName(), now, now);
    }

    /** Whether an LMS of another issuer has this client id. */
    boolean isElsewhere(String clientId, String issuer) {
        return !jdbc.queryForList(
                        "select id from lti_registration where client_id = ? and issuer <> ? limit 1",
                        Long.class,
                        clientId,
                        issuer)
                .isEmpty();
    }

    /** Keeps other endpoints until the operator has looked (ruling 27); a later offer takes the place of an earlier. */
    void offer(long registration, RegistrationRow offered, String configurationHost) {
        jdbc.update(
                "insert into lti_endpoint_offer (registration_id, authorization_endpoint, token_endpoint, jwks_uri,"
                        + " audience, configuration_host, offered_at) values (?, ?, ?, ?, ?, ?, ?)"
                        + " on duplicate key update authorization_endpoint = values(authorization_endpoint),"
                        + " token_endpoint = values(token_endpoint), jwks_uri = values(jwks_uri),"
                        + " audience = values(audience), configuration_host = values(configuration_host),"
                        + " offered_at = values(offered_at)",
                registration,
                offered.endpoints().authorization(),
                offered.endpoints().token(),
                offered.endpoints().jwks(),
                offered.audience(),
                configurationHost,
                now());
    }

    private static @Nullable Object[] values(RegistrationRow row, Object... more) {
        List<@Nullable Object> values = new ArrayList<@Nullable Object>(Arrays.<@Nullable Object>asList(
                row.issuer(),
                row.clientId(),
                row.name(),
                row.endpoints().authorization(),
                row.endpoints().token(),
                row.endpoints().jwks(),
                row.audience(),
                row.productFamily(),
                row.districtName(),
                row.adoptsFirstDeployment(),
                row.grantedScopes(),
                row.clientConfigurationUri(),
                row.source()));
        values.addAll(Arrays.asList(more));
        return values.toArray();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Endpoints endpoints = new Endpoints(
                row.getString("authorization_endpoint"), row.getString("token_endpoint"), row.getString("jwks_uri"));
        return new Stored(
                row.getLong("id"),
                new RegistrationRow(
                        row.getString("issuer"),
                        row.getString("client_id"),
                        row.getString("name"),
                        endpoints,
                        row.getString("audience"),
                        row.getString("product_family"),
                        row.getString("district_name"),
                        row.getBoolean("adopts_first_deployment"),
                        row.getString("granted_scopes"),
                        row.getString("client_configuration_uri"),
                        row.getString("source")));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
