package org.peercoach.lti.registration;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.ApprovedDeployments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the deployments of a district. */
@Component
class DeploymentList implements ApprovedDeployments {

    private static final String FIND = "select d.id, d.registration_id, d.deployment_id,"
            + " coalesce(d.platform_name, r.name) as name, coalesce(d.product_family, r.product_family) as family,"
            + " n.hello_at from lti_deployment d join lti_registration r on r.id = d.registration_id"
            + " left join lti_notice_service n on n.deployment_id = d.id"
            + " where d.district_name = ? and d.status = 'APPROVED' order by name, d.id";

    private final JdbcClient jdbc;

    DeploymentList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ApprovedDeployment> ofDistrict(String districtName) {
        return jdbc.sql(FIND)
                .param(districtName)
                .query((row, index) -> new ApprovedDeployment(
                        row.getLong("id"),
                        row.getLong("registration_id"),
                        row.getString("deployment_id"),
                        row.getString("name"),
                        row.getString("family"),
                        instant(row.getObject("hello_at", LocalDateTime.class))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
