package org.peercoach.console.doctor;

import org.junit.jupiter.api.BeforeEach;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestPlatform;
import org.peercoach.lti.diagnosis.LaunchJournal;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For each test a registered platform of its own, and the clinic of its district. */
abstract class PlatformAndClinic {

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestMembers members;

    @Autowired
    LaunchJournal journal;

    TestPlatform platform;
    Clinic clinic;

    @BeforeEach
    void register() {
        platform = TestPlatform.registered(jdbc);
        clinic = Clinic.of(jdbc, members, journal, platform.registrationId(jdbc));
    }
}
