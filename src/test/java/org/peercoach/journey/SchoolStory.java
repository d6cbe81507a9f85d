package org.peercoach.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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

    /** From the LMS to the activities of Session 1, as this person. */
    ToolWindow launch(Visit visit, String who) {
        ToolWindow tool = school.seenBy(visit).openAs(who);
        assertThat(tool.find("main a[href$='/activities/S1.2']").first()).isVisible();
        return tool;
    }

    @AfterEach
    void close() {
        school.close();
    }
}
