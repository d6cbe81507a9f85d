package org.peercoach.course.roles;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.peercoach.course.launch.RuleSet;
import org.peercoach.course.session.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * For 10 seconds after a change other nodes still decide launches by the rules before it (ruling 21). So everybody is
 * decided once more a little later; whoever is right already costs no write.
 */
@Component
class SecondLook {

    /** A course may come through another connection than when its rules were made. */
    private static final String FIND = "select r.district_id, d.id as deployment_id, r.course_id, r.rules,"
            + " coalesce(d.product_family, g.product_family) as family from course_role_rules r"
            + " left join course_course c on c.id = r.course_id"
            + " join lti_deployment d on d.id = coalesce(c.deployment_id, r.deployment_id)"
            + " join lti_registration g on g.id = d.registration_id"
            + " where r.changed_at > ? and r.changed_at <= ?";

    private final JdbcClient jdbc;
    private final Redecision redecision;
    private final Clock clock;

    SecondLook(JdbcClient jdbc, Redecision redecision, Clock clock) {
        this.jdbc = jdbc;
        this.redecision = redecision;
        this.clock = clock;
        this.looked = clock.instant().minusSeconds(60); // what was changed just before this node was started again
    }

    /** Up to where changes have been looked at: a run that comes late misses none. */
    private Instant looked;

    private record Changed(RuleScope scope, RuleSet rules) {}

    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT20S")
    void look() {
        Instant upTo = clock.instant().minusSeconds(15);
        List<Changed> changed = jdbc.sql(FIND)
                .params(Utc.of(looked), Utc.of(upTo))
                .query((row, index) -> new Changed(
                        new RuleScope(
                                row.getLong("district_id"),
                                row.getLong("deployment_id"),
                                row.getObject("course_id", Long.class),
                                "",
                                row.getString("family")),
                        RuleSet.parse(row.getString("rules"))))
                .list();
        changed.forEach(one -> redecision.apply(one.scope(), one.rules()));
        looked = upTo;
    }
}
