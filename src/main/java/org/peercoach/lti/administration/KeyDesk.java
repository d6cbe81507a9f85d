package org.peercoach.lti.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.key.ToolKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Our keys: which are published, which signs, and making the next one. Public parts and times only. */
@Component
public class KeyDesk {

    /** From a new key's publication to its first signature. */
    public static final Duration LEAD = ToolKeys.LEAD;

    /** How long an old key stays published after that. */
    public static final Duration OVERLAP = ToolKeys.OVERLAP;

    /** The age at which the next key is made. */
    public static final Duration AGE = ToolKeys.AGE;

    /**
     * One key.
     *
     * @param signs whether it signs now
     * @param publishedUntil when it leaves, or null while it is the newest
     */
    public record Key(
            String id,
            int generation,
            boolean signs,
            Instant createdAt,
            Instant signsFrom,
            @Nullable Instant publishedUntil) {}

    private final JdbcClient jdbc;
    private final ToolKeys keys;
    private final Clock clock;

    KeyDesk(JdbcClient jdbc, ToolKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    /** The published keys, the newest first. */
    public List<Key> list() {
        String signer = keys.signer().getKeyID();
        return jdbc.sql("select kid, generation, created_at, signs_from, published_until from lti_tool_key"
                        + " where published_until is null or published_until > ? order by generation desc")
                .param(Stored.utc(clock.instant()))
                .query((row, index) -> key(row, signer))
                .list();
    }

    /** When the next key is made if nobody asks for one before. */
    public Instant nextAt() {
        return list().getFirst().createdAt().plus(AGE);
    }

    /** Makes the next key; false while the newest has not begun to sign, since two in a row help nobody. */
    public boolean rotate() {
        if (list().getFirst().signsFrom().isAfter(clock.instant())) {
            return false;
        }
        keys.rotate();
        return true;
    }

    private static Key key(ResultSet row, String signer) throws SQLException {
        String id = row.getString("kid");
        return new Key(
                id,
                row.getInt("generation"),
                id.equals(signer),
                Stored.known(row, "created_at"),
                Stored.known(row, "signs_from"),
                Stored.instant(row, "published_until"));
    }
}
