package org.peercoach.lti.registration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Install codes that stand for one district, work once within seven days, and are kept as a hash only (ruling 26). Of 80
 * random bits, so a look-up by hash tells a guesser nothing by its time.
 */
@Component
public class OneTimeCodes {

    /** How long a code can be used. */
    public static final Duration LIFE = Duration.ofDays(7);

    /** Without letters that are taken for digits. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final int MOST = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String COLUMNS =
            "select id, district_name, made_by, created_at, expires_at, used_at from lti_install_code";

    private static final RowMapper<Code> CODE = (row, index) -> new Code(
            row.getLong("id"),
            row.getString("district_name"),
            row.getString("made_by"),
            instant(row.getObject("created_at", LocalDateTime.class)),
            instant(row.getObject("expires_at", LocalDateTime.class)),
            row.getObject("used_at") != null);

    /**
     * What is known of a code; never the code itself.
     *
     * @param madeBy who made it, as the audit log names people
     */
    public record Code(
            long id, String districtName, String madeBy, Instant createdAt, Instant expiresAt, boolean used) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    OneTimeCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new code for this district, in plain for this once. */
    public String make(String districtName, String madeBy) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        Instant now = clock.instant();
        jdbc.sql("delete from lti_install_code where expires_at < ?")
                .param(utc(now.minus(LIFE)))
                .update();
        jdbc.sql("insert into lti_install_code (code_hash, district_name, made_by, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(hash(code.toString()), districtName, madeBy, utc(now), utc(now.plus(LIFE)))
                .update();
        return code.toString();
    }

    /** Codes of the last two weeks, the newest first; of one district, or of all. */
    public List<Code> list(@Nullable String districtName) {
        return districtName == null
                ? jdbc.sql(COLUMNS + " order by id desc limit " + MOST)
                        .query(CODE)
                        .list()
                : jdbc.sql(COLUMNS + " where district_name = ? order by id desc limit " + MOST)
                        .param(districtName)
                        .query(CODE)
                        .list();
    }

    /** Takes an unused code back; of one district, or of any. */
    public boolean withdraw(long id, @Nullable String districtName) {
        return jdbc.sql("delete from lti_install_code where id = ? and used_at is null"
                                + " and (? is null or district_name = ?)")
                        .params(java.util.Arrays.<@Nullable Object>asList(id, districtName, districtName))
                        .update()
                == 1;
    }

    /** Whether anybody could install by such a code now. */
    boolean anyWaiting() {
        return jdbc.sql("select 1 from lti_install_code where expires_at > ? and used_at is null limit 1")
                .param(utc(clock.instant()))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The code that was typed, with or without dashes, in capitals or not; empty if it is used or too old. */
    Optional<Code> find(String typed) {
        return jdbc.sql(COLUMNS + " where code_hash = ? and used_at is null and expires_at > ?")
                .params(hash(typed), utc(clock.instant()))
                .query(CODE)
                .optional();
    }

    /** Uses a code up; of two at once one succeeds, on whichever node. */
    boolean use(Code code) {
        return jdbc.sql("update lti_install_code set used_at = ? where id = ? and used_at is null and expires_at > ?")
                        .params(utc(clock.instant()), code.id(), utc(clock.instant()))
                        .update()
                == 1;
    }

    void giveBack(Code code) {
        jdbc.sql("update lti_install_code set used_at = null where id = ?")
                .param(code.id())
                .update();
    }

    private static String hash(String typed) {
        String plain = typed.strip()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(LocalDateTime stored) {
        return stored.toInstant(ZoneOffset.UTC);
    }
}
