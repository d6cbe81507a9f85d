package org.peercoach.course.roster;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.launch.TrainerArrived;
import org.peercoach.course.session.KnownMembers;
import org.peercoach.lti.NamesAndRoleService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who asks for a list to be read: a trainer's launch, and a trainer's button; never twice in ten minutes (LTI-N11). */
@Component
class RosterRequests implements DisposableBean {

    static final Duration EVERY = Duration.ofMinutes(10);
    /** After a reading that failed, a button may try again soon: somebody may have put right what was wrong. */
    static final Duration RETRY = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(RosterRequests.class);

    private final RosterRows rows;
    private final RosterSchedule schedule;
    private final NamesAndRoleService service;
    private final Clock clock;
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
    /** Spares most launches of trainers even the question. */
    private final Cache<CourseId, Boolean> asked = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(10_000)
            .build();

    RosterRequests(RosterRows rows, RosterSchedule schedule, NamesAndRoleService service, Clock clock) {
        this.rows = rows;
        this.schedule = schedule;
        this.service = service;
        this.clock = clock;
    }

    /** What became of a request. */
    enum Answer {
        ASKED,
        READING,
        TOO_SOON,
        NOT_OFFERED
    }

    @EventListener
    void trainerArrived(TrainerArrived event) {
        if (asked.asMap().putIfAbsent(event.course(), true) == null) {
            KnownMembers.whenCommitted(() -> askers.execute(() -> askQuietly(event.course())));
        }
    }

    /** A trainer's button asks for a reading, unless one is under way or was lately. */
    Answer ask(CourseId course) {
        return ask(course, RETRY);
    }

    /** @param afterFailure how long a list that could not be read, or is empty, is left alone */
    Answer ask(CourseId course, Duration afterFailure) {
        RosterState state = rows.state(course);
        Instant now = clock.instant();
        if (!state.offered()) {
            return Answer.NOT_OFFERED;
        }
        if (state.reading() || (state.due() != null && !state.due().isAfter(now))) {
            return Answer.READING;
        }
        if (within(EVERY, state.complete(), now) || within(afterFailure, state.ended(), now)) {
            return Answer.TOO_SOON;
        }
        rows.target(course).map(service::queueOf).ifPresent(queue -> {
            rows.want(course, queue, now);
            schedule.wake(queue);
        });
        return Answer.ASKED;
    }

    private static boolean within(Duration time, @Nullable Instant since, Instant now) {
        return since != null && now.isBefore(since.plus(time));
    }

    private void askQuietly(CourseId course) {
        try {
            ask(course, EVERY);
        } catch (RuntimeException e) {
            LOG.warn("course {}: its list could not be asked for", course, e);
        }
    }

    @Override
    public void destroy() {
        askers.shutdown();
    }
}
