package org.peercoach.course.placing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.peercoach.course.Member;
import org.peercoach.course.session.Utc;
import org.peercoach.lti.LtiLaunch;
import org.peercoach.lti.ServiceTarget;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The requests of LMSs that wait for a pick, each bound to one member of one course and answered once (LTI-D11). */
@Component
class Pickings {

    static final Duration LIFE = Duration.ofHours(1);

    /** So long it can still be said why nothing can be picked any more. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final int LIST_WIDTH = 1000;
    private static final String FIND =
            "select k.id, k.deployment_id, c.registration_id, k.product_family, k.return_url,"
                    + " k.echoed_data, k.accept_types, k.accept_targets, k.accept_multiple, k.accept_line_item, k.expires_at,"
                    + " k.answered_at from course_picking k join course_course c on c.id = k.course_id"
                    + " where k.id = ? and k.course_id = ? and k.member_id = ?";

    private final JdbcClient jdbc;
    private final Clock clock;

    Pickings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps what the LMS asks of this member, in the launch's transaction; gives its id. */
    long begin(LtiLaunch launch, LtiLaunch.DeepLinking asked, Member member) {
        Instant now = clock.instant();
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into course_picking (course_id, member_id, deployment_id, product_family, return_url,"
                        + " echoed_data, accept_types, accept_targets, accept_multiple, accept_line_item, created_at,"
                        + " expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        member.course().value(),
                        member.id().value(),
                        launch.target().deploymentId())
                .params(Arrays.asList(launch.platform().productFamily(), asked.returnUrl(), asked.data()))
                .params(joined(asked.acceptTypes()), joined(asked.acceptTargets()))
                .params(asked.acceptMultiple(), asked.acceptLineItem(), Utc.of(now), Utc.of(now.plus(LIFE)))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** Forgets what nobody can answer any more, with the addresses that it holds. */
    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forgetOld() {
        jdbc.sql("delete from course_picking where expires_at < ?")
                .param(Utc.of(clock.instant().minus(KEPT)))
                .update();
    }

    /** This member's request of this course, in any state. */
    Optional<Picking> find(long id, Member member) {
        return jdbc.sql(FIND)
                .params(id, member.course().value(), member.id().value())
                .query((row, index) -> picking(row))
                .optional();
    }

    /** Takes the one answer: of several at once only one is told true. The address with its secrets is forgotten. */
    boolean answer(Picking picking, Member member) {
        Instant now = clock.instant();
        return jdbc.sql("update course_picking set answered_at = ?, return_url = '', echoed_data = null where id = ?"
                                + " and course_id = ? and member_id = ? and answered_at is null and expires_at > ?")
                        .params(Utc.of(now), picking.id(), member.course().value())
                        .params(member.id().value(), Utc.of(now))
                        .update()
                == 1;
    }

    private Picking picking(ResultSet row) throws SQLException {
        return new Picking(
                row.getLong("id"),
                new ServiceTarget(row.getLong("registration_id"), row.getLong("deployment_id")),
                row.getString("product_family"),
                row.getString("return_url"),
                row.getString("echoed_data"),
                new Picking.Wish(
                        Set.of(row.getString("accept_types").split(" ")),
                        Set.of(row.getString("accept_targets").split(" ")),
                        row.getBoolean("accept_multiple"),
                        row.getBoolean("accept_line_item")),
                state(row));
    }

    private Picking.State state(ResultSet row) throws SQLException {
        if (row.getObject("answered_at") != null) {
            return Picking.State.ANSWERED;
        }
        return clock.instant().isBefore(Utc.read(row, "expires_at")) ? Picking.State.OPEN : Picking.State.LATE;
    }

    /** Words without blanks, as many as fit; no type or target of the specification holds a blank. */
    private static String joined(Collection<String> names) {
        StringBuilder joined = new StringBuilder();
        for (String name : names) {
            if (!name.contains(" ") && joined.length() + name.length() < LIST_WIDTH) {
                joined.append(joined.isEmpty() ? "" : " ").append(name);
            }
        }
        return joined.toString();
    }
}
