package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.gradebook.Gradebook;
import org.peercoach.training.cohort.CohortPlan;
import org.peercoach.training.schedule.Meeting;
import org.peercoach.training.schedule.Meetings;
import org.peercoach.training.schedule.NewMeeting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A trainer changes the cohort while a coach works: the trainer's change waits, and then counts what the coach did. */
@ApplicationTest
class CohortRaceTests extends TomAndMary {

    @Autowired
    TrainingCatalog catalog;

    @Autowired
    CohortSettings settings;

    @Autowired
    LiveSessions live;

    @Autowired
    Meetings meetings;

    @Autowired
    Gradebook gradebook;

    @Autowired
    PlatformTransactionManager transactions;

    private Cohort cohort;

    @BeforeEach
    void begin() {
        cohort = new Cohort(jdbc);
    }

    @Test
    void attendanceWhenTheCoachFinishesSomethingMeanwhileThenBothCount() {
        mary.read("S1.2");
        Meeting meeting = meeting(1);
        long id = mary.who().member().id().value();
        meanwhile(
                () -> live.attend(tom.member(), meeting, Set.of(), Set.of(id)),
                () -> cohort.done(mary.who(), List.of("S1.10")));
        assertThat(points()).isEqualTo(of("S1.2", "S1.4", "S1.10"));
    }

    @Test
    void settingsWhenTheCoachFinishesSomethingMeanwhileThenItCounts() {
        cohort.done(
                mary.who(),
                catalog.session(1).orElseThrow().activities().stream()
                        .filter(activity ->
                                activity.required() && !activity.id().equals("S1.4"))
                        .filter(activity -> !activity.id().equals("S1.2"))
                        .map(ActivityContent::id)
                        .toList());
        mary.read("S1.2");
        meanwhile(
                () -> settings.keep(tom.member(), new CohortPlan(false, java.util.Map.of(), Set.of("S1.4"))),
                () -> cohort.done(mary.who(), List.of("S1.10")));
        assertThat(points()).isEqualTo(21);
    }

    @Test
    void meetingWhenMovedWhileTheCoachWritesThenNoWordIsLost() {
        String second = catalog.session(2).orElseThrow().activities().stream()
                .filter(ActivityContent::live)
                .findFirst()
                .orElseThrow()
                .id();
        mary.read("S1.2");
        Meeting meeting = meeting(1);
        live.attend(
                tom.member(), meeting, Set.of(), Set.of(mary.who().member().id().value()));
        cohort.done(mary.who(), List.of(second));
        write(second, "Old words");
        jdbc.sql("update training_activity_state set completed_at = null where member_id = ? and activity_id = ?")
                .params(mary.who().member().id().value(), second)
                .update();
        hold(
                "select id from training_activity_state where member_id = ? and activity_id = '" + second
                        + "' for update",
                () -> live.change(tom.member(), meeting, in(2)),
                () -> write(second, "New words"));
        assertThat(jdbc.sql("select draft from training_activity_state where member_id = ? and activity_id = ?"
                                + " and attended_at is not null")
                        .params(mary.who().member().id().value(), second)
                        .query(String.class)
                        .single())
                .contains("New words");
    }

    private void write(String activity, String words) {
        jdbc.sql("update training_activity_state set draft = ?, version = version + 1"
                        + " where member_id = ? and activity_id = ?")
                .params("{\"text\":\"" + words + "\"}", mary.who().member().id().value(), activity)
                .update();
    }

    private void meanwhile(Runnable trainers, Runnable coachs) {
        hold(
                "select id from training_session_state where member_id = ? and session_number = 1 for update",
                trainers,
                coachs);
    }

    /** The trainer begins while the coach's transaction holds the lock, and goes on when that has committed. */
    private void hold(String lock, Runnable trainers, Runnable coachs) {
        CompletableFuture<Void> waiting = new TransactionTemplate(transactions).execute(status -> {
            jdbc.sql(lock)
                    .param(mary.who().member().id().value())
                    .query(Long.class)
                    .single();
            CompletableFuture<Void> begun = CompletableFuture.runAsync(trainers);
            assertThatThrownBy(() -> begun.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            coachs.run();
            return begun;
        });
        waiting.join();
    }

    private Meeting meeting(int session) {
        long id = live.add(tom.member(), in(session));
        return meetings.one(tom.member().course(), id).orElseThrow();
    }

    private static NewMeeting in(int session) {
        Instant starts = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return new NewMeeting(session, starts, starts.plus(1, ChronoUnit.HOURS), ZoneOffset.UTC, null, null);
    }

    private int points() {
        return gradebook
                .status(mary.who().member().course(), mary.who().member().id(), "session-1")
                .orElseThrow()
                .points();
    }

    private int of(String... activities) {
        return catalog.session(1).orElseThrow().activities().stream()
                .filter(activity -> Set.of(activities).contains(activity.id()))
                .mapToInt(ActivityContent::points)
                .sum();
    }
}
