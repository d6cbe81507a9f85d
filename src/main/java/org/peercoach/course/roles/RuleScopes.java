package org.peercoach.course.roles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peercoach.course.district.Administrator;
import org.peercoach.course.session.MemberRows;
import org.peercoach.lti.ApprovedDeployments;
import org.peercoach.lti.ApprovedDeployments.ApprovedDeployment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an administrator may write rules for: the connections and courses of the own district, and nothing else. */
@Component
class RuleScopes {

    private static final String COURSE =
            "select id, title, label, deployment_id from course_course c" + " where c.district_id = ?";

    private final ApprovedDeployments deployments;
    private final JdbcClient jdbc;
    private final MemberRows rows;

    RuleScopes(ApprovedDeployments deployments, JdbcClient jdbc, MemberRows rows) {
        this.deployments = deployments;
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** All connections of the district. */
    List<RuleScope> connections(Administrator who) {
        List<RuleScope> found = new ArrayList<>();
        List<ApprovedDeployment> all = deployments.ofDistrict(who.districtName());
        for (ApprovedDeployment one : all) {
            boolean alone = all.stream()
                            .filter(other -> other.name().equals(one.name()))
                            .count()
                    == 1;
            String title = alone ? one.name() : one.name() + " · " + one.deploymentId();
            found.add(new RuleScope(who.district(), one.id(), null, title, one.productFamily()));
        }
        return found;
    }

    Optional<RuleScope> connection(Administrator who, long deployment) {
        return connections(who).stream()
                .filter(one -> one.deployment() == deployment)
                .findFirst();
    }

    Optional<RuleScope> course(Administrator who, long course) {
        return courses(who, COURSE + " and c.id = ?", course).stream().findFirst();
    }

    /** Courses that have rules of their own. */
    List<RuleScope> coursesWithRules(Administrator who) {
        return courses(
                who,
                COURSE + " and exists (select 1 from course_role_rules r where r.course_id = c.id)"
                        + " and c.id > ? order by c.id limit 200",
                0);
    }

    private List<RuleScope> courses(Administrator who, String sql, long course) {
        List<RuleScope> lms = connections(who);
        return jdbc.sql(sql)
                .params(who.district(), course)
                .query((row, index) -> {
                    long deployment = row.getLong("deployment_id");
                    String family = lms.stream()
                            .filter(one -> one.deployment() == deployment)
                            .findFirst()
                            .map(RuleScope::family)
                            .orElse(null);
                    String title = rows.courseTitle(row.getString("title"), row.getString("label"));
                    return new RuleScope(who.district(), deployment, row.getLong("id"), title, family);
                })
                .list();
    }
}
