package org.peercoach.lti.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.registration.IssuerHosts;
import org.peercoach.lti.registration.RegistrationCatalog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Deployments and the queue of those that wait (LTI-T15; rulings 5 and 6). Whoever asks for a district sees what belongs
 * to it, and of what waits only deployments of the same registration and the same LMS ({@code tool_platform.guid}).
 */
@Component
public class DeploymentDesk {

    private static final String COLUMNS =
            "select d.id, d.deployment_id, d.status, d.district_name, d.platform_name, d.product_family, d.decided_by,"
                    + " d.created_at, d.last_launch_at, r.id as registration_id, r.name, r.issuer, r.client_id,"
                    + " r.authorization_endpoint, r.token_endpoint, r.jwks_uri, r.audience, r.granted_scopes"
                    + " from lti_deployment d join lti_registration r on r.id = d.registration_id where 1 = 1";

    private static final String OF_DISTRICT =
            " and ((d.district_name = :district and d.status in ('APPROVED', 'DISABLED'))"
                    + " or (d.status in ('PENDING', 'REFUSED') and exists (select 1 from lti_deployment o"
                    + " where o.registration_id = d.registration_id and o.platform_guid = d.platform_guid"
                    + " and o.district_name = :district and o.status = 'APPROVED')))";

    private static final String TEXT = " and (lower(d.deployment_id) like :text escape '!'"
            + " or lower(d.district_name) like :text escape '!' or lower(d.platform_name) like :text escape '!'"
            + " or lower(r.name) like :text escape '!' or lower(r.issuer) like :text escape '!')";

    /**
     * Which deployments.
     *
     * @param district only what this district may see, or null for all
     * @param registration only of this one, or null
     * @param pending those that wait, or else all others
     * @param text only those that hold it; may be blank
     * @param before only those after this place of the list, or null for the first page
     */
    public record Query(
            @Nullable String district,
            @Nullable Long registration,
            boolean pending,
            String text,
            @Nullable Long before) {}

    private final JdbcClient jdbc;
    private final RegistrationCatalog catalog;
    private final Clock clock;

    DeploymentDesk(JdbcClient jdbc, RegistrationCatalog catalog, Clock clock) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** One page of them, the newest first. */
    public Listing<KnownDeployment> list(Query query) {
        StringBuilder sql = new StringBuilder(COLUMNS);
        sql.append(query.district() == null ? "" : OF_DISTRICT);
        sql.append(query.registration() == null ? "" : " and d.registration_id = :registration");
        sql.append(query.pending() ? " and d.status = 'PENDING'" : " and d.status <> 'PENDING'");
        sql.append(query.text().isBlank() ? "" : TEXT);
        sql.append(query.before() == null ? "" : " and d.id < :before");
        sql.append(" order by d.id desc limit ").append(Listing.SIZE + 1);
        JdbcClient.StatementSpec statement = jdbc.sql(sql.toString());
        statement = query.district() == null ? statement : statement.param("district", query.district());
        statement = query.registration() == null ? statement : statement.param("registration", query.registration());
        statement = query.text().isBlank() ? statement : statement.param("text", Stored.anywhere(query.text()));
        statement = query.before() == null ? statement : statement.param("before", query.before());
        return Listing.of(statement.query(DeploymentDesk::row).list(), KnownDeployment::id);
    }

    /** One that this district may see, or any for null; locked until the transaction ends. */
    public Optional<KnownDeployment> find(long id, @Nullable String district) {
        boolean there = jdbc.sql("select id from lti_deployment where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional()
                .isPresent();
        if (!there) {
            return Optional.empty();
        }
        JdbcClient.StatementSpec statement = jdbc.sql(
                        COLUMNS + " and d.id = :id" + (district == null ? "" : OF_DISTRICT))
                .param("id", id);
        return (district == null ? statement : statement.param("district", district))
                .query(DeploymentDesk::row)
                .optional();
    }

    /** How many wait that this district may approve, or in all for null. */
    public long waiting(@Nullable String district) {
        String sql = "select count(*) from lti_deployment d where d.status = 'PENDING'";
        return district == null
                ? jdbc.sql(sql).query(Long.class).single()
                : jdbc.sql(sql + OF_DISTRICT)
                        .param("district", district)
                        .query(Long.class)
                        .single();
    }

    /**
     * How many of this district are open; nobody closes one of them before the transaction ends. To be asked before one
     * of them is locked by itself, or two who close two of them wait for each other.
     */
    public long holdOpen(String district) {
        return jdbc.sql("select id from lti_deployment where district_name = ? and status = 'APPROVED'"
                        + " order by id for update")
                .param(district)
                .query(Long.class)
                .list()
                .size();
    }

    /** The last launch we know of, to ten minutes; of one district, or of all for null. */
    public Optional<Instant> lastLaunch(@Nullable String district) {
        String sql = "select max(last_launch_at) as last_launch from lti_deployment where status = 'APPROVED'";
        JdbcClient.StatementSpec statement = district == null
                ? jdbc.sql(sql)
                : jdbc.sql(sql + " and district_name = :district").param("district", district);
        return statement
                .query((row, index) -> Optional.ofNullable(Stored.instant(row, "last_launch")))
                .single();
    }

    /** Opens the tool for this deployment, in this district; works at once here, and within 10 seconds elsewhere. */
    public boolean approve(long id, String district) {
        return changed(jdbc.sql("update lti_deployment set status = 'APPROVED', district_name = ?, decided_by = null,"
                        + " changed_at = ? where id = ? and status <> 'APPROVED'")
                .params(district, Stored.utc(clock.instant()), id)
                .update());
    }

    /** Leaves one that waits outside. */
    public boolean refuse(long id, boolean byOperator) {
        return decide(id, "PENDING", "REFUSED", byOperator);
    }

    /** Closes one that is open. */
    public boolean close(long id, boolean byOperator) {
        return decide(id, "APPROVED", "DISABLED", byOperator);
    }

    private boolean decide(long id, String from, String to, boolean byOperator) {
        return changed(jdbc.sql("update lti_deployment set status = ?, decided_by = ?, changed_at = ?"
                        + " where id = ? and status = ?")
                .params(to, byOperator ? "OPERATOR" : "DISTRICT", Stored.utc(clock.instant()), id, from)
                .update());
    }

    private boolean changed(int rows) {
        whenCommitted(catalog::forget);
        return rows == 1;
    }

    /** Runs at once outside a transaction; inside one after its commit. */
    static void whenCommitted(Runnable change) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            change.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                change.run();
            }
        });
    }

    private static KnownDeployment row(ResultSet row, int index) throws SQLException {
        String issuer = row.getString("issuer");
        return new KnownDeployment(
                row.getLong("id"),
                row.getString("deployment_id"),
                row.getString("status"),
                row.getString("district_name"),
                row.getString("platform_name"),
                row.getString("product_family"),
                "OPERATOR".equals(row.getString("decided_by")),
                Stored.known(row, "created_at"),
                Stored.instant(row, "last_launch_at"),
                IssuerHosts.isSandbox(issuer),
                row.getLong("registration_id"),
                row.getString("name"),
                issuer,
                row.getString("client_id"),
                Stored.endpoints(row),
                List.copyOf(Stored.scopes(row.getString("granted_scopes"))));
    }
}
