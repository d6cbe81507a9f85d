package org.peercoach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.peercoach.demo.DemoServer;
import org.peercoach.demo.platform.DemoPlatform;
import org.peercoach.demo.platform.DemoStore;
import org.peercoach.demo.platform.ToolRegistration;
import org.peercoach.shared.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A demo LMS of its own for one story, known to the running tool. */
final class DemoSchool implements AutoCloseable {

    private final DemoServer lms;

    private DemoSchool(DemoServer lms) {
        this.lms = lms;
    }

    static DemoSchool open(Settings settings, JdbcClient jdbc) {
        DemoServer lms = DemoServer.start(0, settings.baseUrl(), DemoStore.inMemory());
        register(lms.platform(), lms.baseUrl(), jdbc);
        return new DemoSchool(lms);
    }

    /** One that the running tool has never heard of. */
    static DemoSchool unknown(Settings settings) {
        return new DemoSchool(DemoServer.start(0, settings.baseUrl(), DemoStore.inMemory()));
    }

    LmsWindow seenBy(Visit visit) {
        return new LmsWindow(visit.page(), url());
    }

    String url() {
        return lms.baseUrl();
    }

    DemoPlatform platform() {
        return lms.platform();
    }

    /** Until the tool hears of this LMS's notices; it registers for them in the background after the first launch. */
    void awaitNotices(Page page, JdbcClient jdbc) {
        for (int tries = 0; tries < 120 && !noticed(jdbc); tries++) {
            page.waitForTimeout(250);
        }
        assertThat(noticed(jdbc)).as("registered for notices").isTrue();
    }

    private boolean noticed(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from lti_notice_service n join lti_deployment d on d.id = n.deployment_id"
                                + " join lti_registration r on r.id = d.registration_id where r.issuer = ?"
                                + " and n.state = 'REGISTERED' and n.hello_at is not null")
                        .param(url())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private static void register(DemoPlatform platform, String issuer, JdbcClient jdbc) {
        ToolRegistration tool = platform.tools().inUse();
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        jdbc.sql("insert into lti_registration (issuer, client_id, name, authorization_endpoint, token_endpoint,"
                        + " jwks_uri, product_family, district_name, source, created_at, changed_at)"
                        + " values (?, ?, ?, ?, ?, ?, 'moodle', ?, 'FILE', ?, ?)")
                .params(
                        issuer,
                        tool.clientId(),
                        "Demo LMS",
                        platform.endpoints().authorization())
                .params(platform.endpoints().token(), platform.endpoints().jwks(), "District of " + issuer, now, now)
                .update();
        jdbc.sql("insert into lti_deployment (registration_id, deployment_id, status, district_name, created_at,"
                        + " changed_at) select id, ?, 'APPROVED', district_name, created_at, changed_at"
                        + " from lti_registration where issuer = ?")
                .params(tool.deploymentId(), issuer)
                .update();
    }

    @Override
    public void close() {
        lms.close();
    }
}
