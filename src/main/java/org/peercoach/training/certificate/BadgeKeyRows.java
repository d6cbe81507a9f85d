package org.peercoach.training.certificate;

import com.nimbusds.jose.jwk.RSAKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.Seals;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys in the database, private parts sealed. In a transaction of its own: a key that has signed must stay. */
@Repository
class BadgeKeyRows {

    private static final String USE = "training badge key";
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final JdbcClient jdbc;
    private final Seals seals;
    private final TransactionTemplate alone;

    BadgeKeyRows(JdbcClient jdbc, Seals seals, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** All keys that ever were, the oldest first. */
    List<BadgeKey> all() {
        return Objects.requireNonNull(alone.execute(status -> jdbc.sql(
                        "select thumbprint, generation, sealed_private, public_jwk, created_at from training_badge_key"
                                + " order by generation")
                .query(this::key)
                .list()));
    }

    /** Adds a key, unless another node was faster with this generation. */
    void add(BadgeKey key) {
        RSAKey pair = Objects.requireNonNull(key.pair());
        try {
            alone.executeWithoutResult(status -> jdbc.sql(
                            "insert into training_badge_key"
                                    + " (thumbprint, generation, sealed_private, public_jwk, created_at) values (?, ?, ?, ?, ?)")
                    .params(
                            key.thumbprint(),
                            key.generation(),
                            seals.seal(USE, pair.toJSONString(), FOR_EVER),
                            key.publicKey().toJSONString(),
                            LocalDateTime.ofInstant(key.createdAt(), ZoneOffset.UTC))
                    .update());
        } catch (DuplicateKeyException e) {
            // the other node's key is as good
        }
    }

    private BadgeKey key(ResultSet row, int index) throws SQLException {
        try {
            return new BadgeKey(
                    row.getInt("generation"),
                    row.getString("thumbprint"),
                    RSAKey.parse(row.getString("public_jwk")),
                    pair(row.getString("sealed_private")),
                    row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
        } catch (ParseException e) {
            throw new SQLException("unreadable badge key " + row.getInt("generation"), e);
        }
    }

    private @Nullable RSAKey pair(String sealed) throws ParseException {
        String opened = seals.open(USE, sealed).orElse(null);
        return opened == null ? null : RSAKey.parse(opened);
    }
}
