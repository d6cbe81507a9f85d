package org.peercoach.training.schedule;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Secret addresses of calendars: one for each member, 256 bits, of which only the hash is kept. A new one ends the old one.
 */
@Component
public class CalendarFeeds {

    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    CalendarFeeds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whose calendar. */
    public record Holder(CourseId course, MemberId member) {}

    /** Makes a new address for the member; this is the only time that its token is known. */
    public String make(Member member) {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("insert into training_calendar_feed (course_id, member_id, token_hash, made_at) values (?, ?, ?, ?)"
                        + " on duplicate key update token_hash = values(token_hash), made_at = values(made_at)")
                .params(member.course().value(), member.id().value(), hash(token))
                .param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return token;
    }

    /** Ends the member's address. */
    public void revoke(Member member) {
        jdbc.sql("delete from training_calendar_feed where course_id = ? and member_id = ?")
                .params(member.course().value(), member.id().value())
                .update();
    }

    /** When the member's address was made; empty if there is none. */
    public Optional<Instant> madeAt(Member member) {
        return jdbc.sql("select made_at from training_calendar_feed where course_id = ? and member_id = ?")
                .params(member.course().value(), member.id().value())
                .query((row, index) ->
                        row.getObject("made_at", LocalDateTime.class).toInstant(ZoneOffset.UTC))
                .optional();
    }

    /** Whose calendar this token opens; empty if it is none of ours, or ended. */
    public Optional<Holder> open(String token) {
        return jdbc.sql("select course_id, member_id from training_calendar_feed where token_hash = ?")
                .param(hash(token))
                .query((row, index) ->
                        new Holder(new CourseId(row.getLong("course_id")), new MemberId(row.getLong("member_id"))))
                .optional();
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
