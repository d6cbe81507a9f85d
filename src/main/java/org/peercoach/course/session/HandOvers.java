package org.peercoach.course.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.Seals;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Passages into a new tab, for browsers that refuse cookies in the frame and for people who like a whole tab (rulings
 * 16 and 17). A ticket stands in the page; the click mints a token of 256 bits, good for 60 seconds and one use, of
 * which only the hash is kept.
 */
@Component
public class HandOvers {

    private static final String TICKET = "hand-over ticket";
    private static final String BACK = "hand-over way back";
    private static final Duration TICKET_LIFE = Duration.ofMinutes(10);
    private static final Duration TOKEN_LIFE = Duration.ofSeconds(60);
    private static final int TOKEN_BYTES = 32;
    private static final int PATH_WIDTH = 1000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Seals seals;
    private final JdbcClient jdbc;
    private final Clock clock;

    HandOvers(Seals seals, JdbcClient jdbc, Clock clock) {
        this.seals = seals;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A sealed ticket that {@code POST /hand-over} takes for 10 minutes. */
    public String ticket(Session session, String path, @Nullable String back) {
        return seals.seal(TICKET, session.text() + "\n" + path + (back == null ? "" : "\n" + back), TICKET_LIFE);
    }

    /** A token for the bearer of this ticket; empty when the ticket is too old or not ours, or the operator's. */
    Optional<String> mint(String ticket) {
        return seals.open(TICKET, ticket)
                .map(text -> text.split("\n", 3))
                .map(parts -> new HandOver(Session.parse(parts[0]), parts[1], parts.length > 2 ? parts[2] : null))
                .filter(handOver -> handOver.session().place().kind() != Place.Kind.OPERATOR)
                .map(this::mint);
    }

    /** A token for somebody who is here. */
    String mint(HandOver handOver) {
        Session session = handOver.session();
        byte[] token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        Instant now = clock.instant();
        jdbc.sql("delete from course_hand_over where expires_at < ?")
                .param(Utc.of(now.minus(Duration.ofDays(1))))
                .update();
        jdbc.sql(
                        "insert into course_hand_over (token_hash, place, person_id, member_id, path, launch_id, frame_origins,"
                                + " way_back, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(hash(text), session.place().key(), session.person())
                .param(session.member() == 0 ? null : session.member())
                .params(ownPath(handOver), session.launch())
                .param(String.join(" ", session.origins()))
                .param(handOver.back() == null ? null : seals.seal(BACK, handOver.back(), TICKET_LIFE))
                .param(Utc.of(now.plus(TOKEN_LIFE)))
                .update();
        return text;
    }

    /** What this token would open; empty when it is unknown, used or too old. Changes nothing. */
    Optional<HandOver> look(String token) {
        return jdbc.sql(
                        "select place, person_id, member_id, path, launch_id, frame_origins, way_back from course_hand_over"
                                + " where token_hash = ? and used_at is null and expires_at > ?")
                .params(hash(token), Utc.of(clock.instant()))
                .query(row())
                .optional();
    }

    /** The same, and the token is used up: of several requests at once only one gets it. */
    Optional<HandOver> consume(String token) {
        Optional<HandOver> found = look(token);
        int used = jdbc.sql("update course_hand_over set used_at = ? where token_hash = ? and used_at is null"
                        + " and expires_at > ?")
                .params(Utc.of(clock.instant()), hash(token), Utc.of(clock.instant()))
                .update();
        return used == 1 ? found : Optional.empty();
    }

    private RowMapper<HandOver> row() {
        return (row, index) -> {
            List<String> origins = Arrays.stream(row.getString("frame_origins").split(" "))
                    .filter(origin -> !origin.isEmpty())
                    .toList();
            Session session = Session.begin(
                    Place.ofKey(row.getString("place")),
                    row.getLong("person_id"),
                    row.getLong("member_id"),
                    row.getString("launch_id"),
                    clock.instant(),
                    origins);
            String back = row.getString("way_back");
            return new HandOver(
                    session,
                    row.getString("path"),
                    back == null ? null : seals.open(BACK, back).orElse(null));
        };
    }

    private static String ownPath(HandOver handOver) {
        Place place = handOver.session().place();
        String path = handOver.path();
        return path.length() <= PATH_WIDTH && place.holds(path) ? path : place.path();
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
