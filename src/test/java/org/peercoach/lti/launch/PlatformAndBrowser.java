package org.peercoach.lti.launch;

import org.junit.jupiter.api.BeforeEach;
import org.peercoach.fixture.HttpLaunch;
import org.peercoach.fixture.TestPlatform;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For each test a registered platform of its own, and a new browser in front of it. */
abstract class PlatformAndBrowser {

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    TestPlatform platform;
    HttpLaunch browser;

    @BeforeEach
    void register() {
        platform = TestPlatform.registered(jdbc);
        browser = HttpLaunch.of(settings, platform);
    }
}
