package org.peercoach.training;

import org.junit.jupiter.api.BeforeEach;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For each test a course of its own, with Tom, its trainer, and Mary, one of its coaches. */
abstract class TomAndMary {

    @Autowired
    TestMembers members;

    @Autowired
    JdbcClient jdbc;

    TestMembers.TestCourse course;
    SignedIn tom;
    Coach mary;

    @BeforeEach
    void signIn() {
        course = members.course();
        tom = course.trainer("Tom Trainer");
        mary = new Coach(course.coach("Mary Ellis"));
    }
}
