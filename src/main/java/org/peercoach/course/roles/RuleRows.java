package org.peercoach.course.roles;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.launch.RoleDecision;
import org.peercoach.course.launch.RuleSet;
import org.peercoach.course.session.Utc;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of own rules. Each names its district. */
@Component
class RuleRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    RuleRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param former the rules before the last change, or null if there is nothing to take back
     * @param version counts the changes; 0 where there never were rules
     */
    record Stored(RuleSet rules, @Nullable RuleSet former, int version) {
        static final Stored NONE = new Stored(RuleSet.EMPTY, null, 0);
    }

    Stored of(RuleScope scope) {
        return jdbc.sql("select rules, former, version from course_role_rules where place = ? and district_id = ?")
                .params(scope.place(), scope.district())
                .query((row, index) -> {
                    String former = row.getString("former");
                    return new Stored(
                            RuleSet.parse(row.getString("rules")),
                            former == null ? null : RuleSet.parse(former),
                            row.getInt("version"));
                })
                .optional()
                .orElse(Stored.NONE);
    }

    /** The rules of several places of one district, by {@link RuleScope#place}; places without rules are left out. */
    Map<String, RuleSet> of(long district, List<RuleScope> scopes) {
        Map<String, RuleSet> found = new HashMap<>();
        if (!scopes.isEmpty()) {
            jdbc.sql("select place, rules from course_role_rules where district_id = :district and place in (:places)")
                    .param("district", district)
                    .param("places", scopes.stream().map(RuleScope::place).toList())
                    .query(row -> {
                        found.put(row.getString(1), RuleSet.parse(row.getString(2)));
                    });
        }
        return found;
    }

    /** The rules of the connection that a course comes through. */
    RuleSet ofConnection(RuleScope course) {
        return jdbc.sql("select rules from course_role_rules where place = ?")
                .param(RoleDecision.placeOfLms(course.deployment()))
                .query((row, index) -> RuleSet.parse(row.getString("rules")))
                .optional()
                .orElse(RuleSet.EMPTY);
    }

    /** The own rules of all courses that come through a connection now, by course; some have come through another. */
    Map<Long, RuleSet> ofCourses(RuleScope connection) {
        Map<Long, RuleSet> found = new HashMap<>();
        jdbc.sql("select r.course_id, r.rules from course_role_rules r join course_course c on c.id = r.course_id"
                        + " where c.deployment_id = ? and c.district_id = ?")
                .params(connection.deployment(), connection.district())
                .query(row -> {
                    found.put(row.getLong(1), RuleSet.parse(row.getString(2)));
                });
        return found;
    }

    /** Stores the rules if nobody else has changed them since {@code before} was read. */
    boolean store(RuleScope scope, RuleSet rules, @Nullable RuleSet former, int before) {
        String kept = former == null ? null : former.format();
        if (before > 0) {
            return jdbc.sql("update course_role_rules set rules = ?, former = ?, version = version + 1, changed_at = ?"
                                    + " where place = ? and version = ? and district_id = ?")
                            .params(Arrays.asList(rules.format(), kept, Utc.of(clock.instant())))
                            .params(scope.place(), before, scope.district())
                            .update()
                    == 1;
        }
        try {
            jdbc.sql("insert into course_role_rules (place, district_id, deployment_id, course_id, rules, former,"
                            + " version, changed_at) values (?, ?, ?, ?, ?, ?, 1, ?)")
                    .params(Arrays.asList(scope.place(), scope.district(), scope.deployment(), scope.course()))
                    .params(Arrays.asList(rules.format(), kept, Utc.of(clock.instant())))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }
}
