package org.peercoach.lti.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.registration.IssuerHosts;
import org.peercoach.lti.registration.RegistrationCatalog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Registrations as the operator lists and changes them; only the operator does (ruling 29). */
@Component
public class RegistrationDesk {

    private static final String COLUMNS = "select r.id, r.issuer, r.client_id, r.name, r.authorization_endpoint,"
            + " r.token_endpoint, r.jwks_uri, r.audience, r.product_family, r.district_name, r.granted_scopes, r.source,"
            + " r.switched_off_at,"
            + " (select count(*) from lti_endpoint_offer f where f.registration_id = r.id) as offers,"
            + " (select count(*) from lti_deployment d where d.registration_id = r.id) as deployments,"
            + " (select max(d.last_launch_at) from lti_deployment d where d.registration_id = r.id) as last_launch"
            + " from lti_registration r where 1 = 1";

    private static final String TEXT =
            " and (lower(r.name) like :text escape '!' or lower(r.issuer) like :text escape '!'"
                    + " or lower(r.client_id) like :text escape '!' or lower(r.district_name) like :text escape '!')";

    private static final String ENDPOINTS =
            "update lti_registration set authorization_endpoint = ?, token_endpoint = ?,"
                    + " jwks_uri = ?, audience = ?, changed_at = ? where id = ?";

    /**
     * Other endpoints that a platform offered (ruling 27).
     *
     * @param configurationHost the host that spoke for the platform
     */
    public record Offer(PlatformEndpoints endpoints, String configurationHost, Instant offeredAt) {

        /** What a form says of the offer that it shows, so that no later one is accepted by it. */
        public String mark() {
            return Long.toString(offeredAt.toEpochMilli());
        }
    }

    private final JdbcClient jdbc;
    private final RegistrationCatalog catalog;
    private final Clock clock;

    RegistrationDesk(JdbcClient jdbc, RegistrationCatalog catalog, Clock clock) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** One page of those that hold the text, the newest first. */
    public Listing<KnownRegistration> list(String text, @Nullable Long before) {
        JdbcClient.StatementSpec statement = jdbc.sql(COLUMNS + (text.isBlank() ? "" : TEXT)
                + (before == null ? "" : " and r.id < :before") + " order by r.id desc limit " + (Listing.SIZE + 1));
        statement = text.isBlank() ? statement : statement.param("text", Stored.anywhere(text));
        statement = before == null ? statement : statement.param("before", before);
        return Listing.of(statement.query(RegistrationDesk::row).list(), KnownRegistration::id);
    }

    public Optional<KnownRegistration> find(long id) {
        return jdbc.sql(COLUMNS + " and r.id = :id")
                .param("id", id)
                .query(RegistrationDesk::row)
                .optional();
    }

    public boolean rename(long id, String name) {
        return changed(jdbc.sql("update lti_registration set name = ?, changed_at = ? where id = ?")
                .params(name, Stored.utc(clock.instant()), id)
                .update());
    }

    /** Nobody may launch by it from now on; within 10 seconds on every node. */
    public boolean switchOff(long id) {
        return changed(
                jdbc.sql("update lti_registration set switched_off_at = ? where id = ? and switched_off_at is null")
                        .params(Stored.utc(clock.instant()), id)
                        .update());
    }

    public boolean switchOn(long id) {
        return changed(jdbc.sql("update lti_registration set switched_off_at = null"
                        + " where id = ? and switched_off_at is not null")
                .param(id)
                .update());
    }

    /** Addresses that {@link NewRegistrations} has found good. */
    public boolean changeEndpoints(long id, PlatformEndpoints endpoints) {
        return changed(jdbc.sql(ENDPOINTS)
                .params(endpoints.authorization(), endpoints.token(), endpoints.jwks())
                .params(java.util.Arrays.<@Nullable Object>asList(
                        endpoints.audience(), Stored.utc(clock.instant()), id))
                .update());
    }

    /** What waits for the operator's decision on this registration. */
    public Optional<Offer> offer(long id) {
        return jdbc.sql("select authorization_endpoint, token_endpoint, jwks_uri, audience, configuration_host,"
                        + " offered_at from lti_endpoint_offer where registration_id = ?")
                .param(id)
                .query((row, index) -> new Offer(
                        Stored.endpoints(row), row.getString("configuration_host"), Stored.known(row, "offered_at")))
                .optional();
    }

    /** How many registrations have such an offer. */
    public long offers() {
        return jdbc.sql("select count(*) from lti_endpoint_offer")
                .query(Long.class)
                .single();
    }

    /** Takes the offer that was shown; false if it is gone or another one has come. In the caller's transaction. */
    public boolean acceptOffer(long id, String mark) {
        Optional<Offer> shown = offer(id).filter(offer -> offer.mark().equals(mark));
        return shown.isPresent()
                && dismissOffer(id, mark)
                && changeEndpoints(id, shown.get().endpoints());
    }

    /** Forgets the offer that was shown. */
    public boolean dismissOffer(long id, String mark) {
        Optional<Offer> shown = offer(id).filter(offer -> offer.mark().equals(mark));
        return shown.isPresent()
                && jdbc.sql("delete from lti_endpoint_offer where registration_id = ? and offered_at = ?")
                                .params(id, Stored.utc(shown.get().offeredAt()))
                                .update()
                        == 1;
    }

    private boolean changed(int rows) {
        DeploymentDesk.whenCommitted(catalog::forget);
        return rows == 1;
    }

    private static KnownRegistration row(ResultSet row, int index) throws SQLException {
        String issuer = row.getString("issuer");
        return new KnownRegistration(
                row.getLong("id"),
                issuer,
                row.getString("client_id"),
                row.getString("name"),
                Stored.endpoints(row),
                row.getString("product_family"),
                row.getString("district_name"),
                Stored.scopes(row.getString("granted_scopes")),
                row.getString("source"),
                Stored.instant(row, "switched_off_at"),
                IssuerHosts.isSandbox(issuer),
                row.getLong("offers") > 0,
                row.getLong("deployments"),
                Stored.instant(row, "last_launch"));
    }
}
