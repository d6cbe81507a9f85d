package org.peercoach.console;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A district with an administrator, a course, and one approved deployment of an LMS that says its guid. */
record TestDistrict(JdbcClient jdbc, TestCourse course, SignedIn administrator, String guid) {

    static TestDistrict in(TestMembers members, JdbcClient jdbc) {
        TestCourse course = members.course();
        String guid = "guid-" + UUID.randomUUID();
        jdbc.sql(
                        "update lti_deployment set district_name = ?, platform_guid = ?, platform_name = 'Test LMS' where id = ?")
                .params(course.district(), guid, course.target().deploymentId())
                .update();
        return new TestDistrict(jdbc, course, course.administrator("Ada Park"), guid);
    }

    long id() {
        return administrator.member().district();
    }

    String path(String rest) {
        return "/d/" + id() + rest;
    }

    /** The deployment that everybody comes by. */
    long deployment() {
        return course.target().deploymentId();
    }

    /** A deployment of the same registration that waits; {@code from} is the guid of its LMS. */
    long pending(String from) {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        String name = "place-" + UUID.randomUUID();
        jdbc.sql("insert into lti_deployment (registration_id, deployment_id, status, district_name, platform_guid,"
                        + " created_at, changed_at) values (?, ?, 'PENDING', ?, ?, ?, ?)")
                .params(course.target().registrationId(), name, course.district(), from)
                .params(now, now)
                .update();
        return jdbc.sql("select id from lti_deployment where deployment_id = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    String status(long deployment) {
        return jdbc.sql("select status from lti_deployment where id = ?")
                .param(deployment)
                .query(String.class)
                .single();
    }
}
