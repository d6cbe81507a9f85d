package org.peercoach.lti.key;

import com.nimbusds.jose.jwk.RSAKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.Seals;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Our keys in the database, private parts sealed. Always in a transaction of its own: a key that was used must stay. */
@Component
class ToolKeyRows {

    private static final String USE = "lti tool key";
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final JdbcClient jdbc;
    private final Seals seals;
    private final TransactionTemplate alone;

    ToolKeyRows(JdbcClient jdbc, Seals seals, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Keys that are published at this time, the oldest first. */
    List<ToolKey> published(Instant now) {
        List<ToolKey> keys = alone.execute(status -> jdbc.sql("select generation, sealed_private, public_jwk,"
                        + " created_at, signs_from from lti_tool_key"
                        + " where published_until is null or published_until > ? order by generation")
                .param(utc(now))
                .query(this::key)
                .list());
        return keys == null ? List.of() : keys;
    }

    /**
     * Adds the next key; all before it stay published until {@code othersUntil}.
     *
     * @return false if another node was faster with this generation
     */
    boolean add(ToolKey key, Instant othersUntil) {
        try {
            alone.executeWithoutResult(status -> {
                insert(key);
                jdbc.sql("update lti_tool_key set published_until = ?"
                                + " where published_until is null and generation < ?")
                        .params(utc(othersUntil), key.generation())
                        .update();
            });
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Removes keys that are not published any more. */
    void removeRetired(Instant now) {
        jdbc.sql("delete from lti_tool_key where published_until < ?")
                .param(utc(now))
                .update();
    }

    private void insert(ToolKey key) {
        if (key.pair() == null) {
            throw new IllegalArgumentException("a new key has its private part");
        }
        jdbc.sql("insert into lti_tool_key"
                        + " (kid, generation, sealed_private, public_jwk, created_at, signs_from)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        key.publicKey().getKeyID(),
                        key.generation(),
                        seals.seal(USE, key.pair().toJSONString(), FOR_EVER),
                        key.publicKey().toJSONString(),
                        utc(key.createdAt()),
                        utc(key.signsFrom()))
                .update();
    }

    private ToolKey key(ResultSet row, int index) throws SQLException {
        try {
            return new ToolKey(
                    row.getInt("generation"),
                    RSAKey.parse(row.getString("public_jwk")),
                    pair(row.getString("sealed_private")),
                    instant(row, "created_at"),
                    instant(row, "signs_from"));
        } catch (ParseException e) {
            throw new SQLException("unreadable key " + row.getInt("generation"), e);
        }
    }

    private @Nullable RSAKey pair(String sealed) throws ParseException {
        String opened = seals.open(USE, sealed).orElse(null);
        return opened == null ? null : RSAKey.parse(opened);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
