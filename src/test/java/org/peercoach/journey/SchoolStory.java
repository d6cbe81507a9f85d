package org.peercoach.journey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A browser for a class of stories, and for each story a demo LMS of its own that the tool knows. */
abstract class SchoolStory {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    DemoSchool school;

    @BeforeEach
    void open() {
        school = begun();
    }

    /** The school as a story finds it. */
    DemoSchool begun() {
        return DemoSchool.open(settings, jdbc);
    }

    @AfterEach
    void close() {
        school.close();
    }
}
