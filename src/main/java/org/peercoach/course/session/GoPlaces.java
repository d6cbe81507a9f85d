package org.peercoach.course.session;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peercoach.course.Member;
import org.peercoach.course.go.GoLinks;
import org.peercoach.shared.Seals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Names places for mails, and remembers for half an hour where somebody wanted to go who has no session here. The
 * signature only keeps strangers from making places up; a link opens nothing.
 */
@Component
public class GoPlaces implements GoLinks {

    private static final String USE = "go";
    private static final Duration REMEMBERED = Duration.ofMinutes(30);
    private static final int LONGEST = 500;
    private static final Pattern TOKEN =
            Pattern.compile("([0-9a-z]{1,13})-([0-9a-z]{1,13})-([A-Za-z0-9_-]{0,800})\\.([A-Za-z0-9_-]{43})");

    private final Seals seals;
    private final JdbcClient jdbc;
    private final Clock clock;
    /** Whether anybody is on the way; nobody opens a link and launches within two seconds. */
    private final LoadingCache<Boolean, Boolean> anybody =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(2)).build(always -> readAnybody());

    GoPlaces(Seals seals, JdbcClient jdbc, Clock clock) {
        this.seals = seals;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param path a full path of ours in that course */
    record Target(long course, long person, String path) {}

    @Override
    public String path(Member member, String rest) {
        if (rest.length() > LONGEST) {
            throw new IllegalArgumentException("too long for a link");
        }
        String place = number(member.course().value()) + "-" + number(member.person()) + "-"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(rest.getBytes(StandardCharsets.UTF_8));
        return "/go/" + place + "." + seals.mac(USE, place);
    }

    /** The place that a link names; empty if it is none of ours. */
    Optional<Target> read(String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches() || !seals.macMatches(USE, token.substring(0, parts.start(4) - 1), parts.group(4))) {
            return Optional.empty();
        }
        Place course = Place.course(Long.parseLong(parts.group(1), Character.MAX_RADIX));
        String rest = new String(Base64.getUrlDecoder().decode(parts.group(3)), StandardCharsets.UTF_8);
        return Optional.of(new Target(
                        course.id(), Long.parseLong(parts.group(2), Character.MAX_RADIX), course.path() + rest))
                .filter(target -> course.holds(target.path()));
    }

    /** The person's next launch into that course ends there; the link opened last holds. */
    void remember(Target target) {
        jdbc.sql("insert into course_go (person_id, course_id, path, until_at)"
                        + " select p.id, c.id, ?, ? from course_person p join course_course c on c.id = ?"
                        + " and c.district_id = p.district_id where p.id = ?"
                        + " on duplicate key update path = values(path), until_at = values(until_at)")
                .params(target.path(), Utc.of(clock.instant().plus(REMEMBERED)))
                .params(target.course(), target.person())
                .update();
        anybody.invalidateAll();
    }

    /** Where this member wanted to go, once. */
    public Optional<String> take(Member member) {
        if (!anybody.get(true)) {
            return Optional.empty();
        }
        Optional<String> path = jdbc.sql(
                        "select path from course_go where person_id = ? and course_id = ? and until_at > ?")
                .params(member.person(), member.course().value(), Utc.of(clock.instant()))
                .query(String.class)
                .optional();
        path.ifPresent(taken -> jdbc.sql("delete from course_go where person_id = ? and course_id = ?")
                .params(member.person(), member.course().value())
                .update());
        return path;
    }

    private boolean readAnybody() {
        return jdbc.sql("select 1 from course_go where until_at > ? limit 1")
                .param(Utc.of(clock.instant()))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private static String number(long value) {
        return Long.toString(value, Character.MAX_RADIX);
    }
}
