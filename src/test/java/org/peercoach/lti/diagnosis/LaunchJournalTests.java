package org.peercoach.lti.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.lti.diagnosis.LaunchNote.Browser;
import org.peercoach.lti.diagnosis.LaunchNote.Finding;
import org.peercoach.lti.diagnosis.LaunchNote.Origin;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ruling 46: the log is written after the answer, soon, and does not grow for ever. */
@ApplicationTest
class LaunchJournalTests {

    private static final AtomicLong REGISTRATIONS = new AtomicLong(7_000_000);

    @Autowired
    LaunchJournal journal;

    @Autowired
    JournalPurge purge;

    @Autowired
    LaunchHistory history;

    @Autowired
    JdbcClient jdbc;

    private final long registration = REGISTRATIONS.incrementAndGet();

    @Test
    @DisplayName("Noting asks the database nothing; the row is there within a second")
    void noteSoonWhenCalledThenWrittenLater() throws InterruptedException {
        journal.flush();
        journal.noteSoon(note("LAUNCH-KEY"));
        // a second on an idle machine; two runs of the tests at once keep it busy
        long until = System.nanoTime() + 10_000_000_000L;
        while (count() == 0 && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        assertThat(count()).isEqualTo(1);
    }

    @Test
    @DisplayName("What was noted is read back as it was")
    void findWhenWrittenThenTheSame() {
        LaunchNote note = new LaunchNote(
                "LAUNCH-EXPIRED",
                "7Q4M-2XKD",
                List.of("LTI-T11", "LTI-T13"),
                new Origin(registration, null, "1", "LtiResourceLinkRequest"),
                new Finding("60 s", "240 s", -300L, null),
                new Browser(true, LaunchNote.Storage.NOT_NEEDED));
        journal.noteSoon(note);
        journal.flush();
        List<LoggedLaunch> found = history.find(
                LaunchHistory.Reader.OPERATOR,
                new LaunchHistory.Query(true, "7Q4M-2XKD", "LAUNCH-EXPIRED", null, null, 0, 5));
        assertThat(found).first().extracting(LoggedLaunch::note).isEqualTo(note);
        assertThat(history.one(
                        new LaunchHistory.Reader("No such district"),
                        found.getFirst().id()))
                .isEmpty();
    }

    @Test
    @DisplayName("The last 500 of a registration are kept, those of others stay")
    void purgeWhenManyThenTheLastAreKept() {
        for (int i = 0; i < 510; i++) {
            journal.noteSoon(note("LAUNCH-STATE"));
        }
        journal.noteSoon(note("LAUNCH-USED"));
        journal.flush();
        purge.purgeAll();
        assertThat(count()).isEqualTo(500);
        assertThat(jdbc.sql("select result from lti_launch_log where registration_id = ? order by id desc limit 1")
                        .param(registration)
                        .query(String.class)
                        .single())
                .isEqualTo("LAUNCH-USED");
        journal.noteSoon(note("LAUNCH-USED"));
        journal.flush();
        purge.purgeBusy();
        assertThat(count()).isLessThanOrEqualTo(501);
    }

    private LaunchNote note(String result) {
        return new LaunchNote(
                result, null, List.of(), new Origin(registration, null, null, null), Finding.NONE, Browser.UNTRIED);
    }

    private int count() {
        return jdbc.sql("select count(*) from lti_launch_log where registration_id = ?")
                .param(registration)
                .query(Integer.class)
                .single();
    }
}
