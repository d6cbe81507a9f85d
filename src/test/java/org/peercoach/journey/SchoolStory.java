package org.peercoach.journey;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A browser for a class of stories, and for each story a demo LMS of its own that the tool knows. */
abstract class SchoolStory {

    static Chromium chromium;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    DemoSchool school;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @BeforeEach
    void open() {
        school = DemoSchool.open(settings, jdbc);
    }

    @AfterEach
    void close() {
        school.close();
    }
}
