package org.peercoach.survey;

import org.junit.jupiter.api.BeforeEach;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For each test a course of its own, whose trainer Tom opens surveys. */
abstract class TomsCourse {

    @Autowired
    TestMembers members;

    @Autowired
    JdbcClient jdbc;

    TestMembers.TestCourse course;
    SignedIn tom;

    @BeforeEach
    void signIn() {
        course = members.course();
        tom = course.trainer("Tom Trainer");
    }
}
