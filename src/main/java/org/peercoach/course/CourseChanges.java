package org.peercoach.course;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells all nodes within two seconds that what they remember of a course is out of date. So what hardly ever changes can be
 * remembered for minutes, and a page does not ask for it again and again.
 */
@Component
public class CourseChanges {

    /** How long a listener may remember at most, should a message not get through. */
    public static final Duration MEMORY = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(CourseChanges.class);
    private static final long EVERY = 2;
    /** Transactions are shorter than this, and the clocks of two nodes nearer to each other. */
    private static final Duration LOOK_BACK = Duration.ofSeconds(40);
    /** A transaction that began before the change may remember what it read until it ends. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private record Change(long course, Instant at) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final List<Consumer<CourseId>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong heard = new AtomicLong();
    /** Since when what is passed on; read and written by the one thread that looks. */
    private final Map<Change, Instant> passedOn = new HashMap<>();

    CourseChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param forget drops what is remembered of a course */
    public void listen(Consumer<CourseId> forget) {
        listeners.add(forget);
    }

    /** Something that is remembered of this course is another from this transaction's commit on, on this node at once. */
    public void tell(CourseId course) {
        tellOthers(course);
        forget(course);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    forget(course);
                }
            });
        }
    }

    /** The same for a caller who knows what to remember here. */
    public void tellOthers(CourseId course) {
        jdbc.sql("insert into course_change (course_id, changed_at) values (?, ?)"
                        + " on duplicate key update changed_at = values(changed_at)")
                .params(course.value(), utc(clock.instant()))
                .update();
    }

    /**
     * Changes with everything that is forgotten. Whoever reads, and then remembers, asks before and after: when it has
     * changed, what was read may be from before and is not to be remembered.
     */
    public long heard() {
        return heard.get();
    }

    @Scheduled(fixedDelay = EVERY, timeUnit = TimeUnit.SECONDS)
    void lookQuietly() {
        try {
            look();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn(
                    "the changes of courses could not be read; the next look does it: {}",
                    e.getClass().getName());
        }
    }

    void look() {
        Instant now = clock.instant();
        Instant since = now.minus(LOOK_BACK);
        List<Change> recent = jdbc.sql("select course_id, changed_at from course_change where changed_at > ?")
                .param(utc(since))
                .query((row, index) -> new Change(
                        row.getLong("course_id"),
                        row.getObject("changed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .list();
        passedOn.keySet().retainAll(Set.copyOf(recent));
        recent.stream()
                .filter(change -> {
                    Instant first = passedOn.putIfAbsent(change, now);
                    return first == null || now.isBefore(first.plus(AGAIN));
                })
                .forEach(change -> forget(new CourseId(change.course())));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private void forget(CourseId course) {
        heard.incrementAndGet();
        listeners.forEach(listener -> listener.accept(course));
    }
}
