package org.peercoach.lti.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How columns are read and written here. */
final class Stored {

    private Stored() {}

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime stored = row.getObject(column, LocalDateTime.class);
        return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
    }

    static Instant known(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static List<String> scopes(@Nullable String stored) {
        return stored == null || stored.isBlank()
                ? List.of()
                : Arrays.asList(stored.strip().split("\\s+"));
    }

    static PlatformEndpoints endpoints(ResultSet row) throws SQLException {
        return new PlatformEndpoints(
                row.getString("authorization_endpoint"),
                row.getString("token_endpoint"),
                row.getString("jwks_uri"),
                row.getString("audience"));
    }

    /** A pattern that finds the text anywhere; what stands for itself in a pattern is escaped with {@code !}. */
    static String anywhere(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return "%" + plain.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
