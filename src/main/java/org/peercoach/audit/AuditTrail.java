package org.peercoach.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Writes the log of acts. There is no way to change or remove an entry. */
@Component
public class AuditTrail implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final String INSERT = "insert into audit_entry (happened_at, district_id, course_id, actor, act,"
            + " subject, details) values (?, ?, ?, ?, ?, ?, ?)";
    private static final int LONGEST_DETAILS = 2000;
    private static final int PORTION = 500;
    /** If the database is away for so long that more has gathered, the rest is lost, and the log says so. */
    private static final int MOST_WAITING = 50_000;

    private record Stamped(AuditEntry entry, Instant at) {}

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final ConcurrentLinkedQueue<Stamped> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    AuditTrail(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes an act in the caller's transaction: either both are there or neither. */
    public void note(AuditEntry entry) {
        jdbc.update(INSERT, values(new Stamped(entry, clock.instant())));
    }

    /** Notes something frequent, such as a launch, without delaying it: written within a second (ruling 46). */
    public void noteSoon(AuditEntry entry) {
        if (count.incrementAndGet() > MOST_WAITING) {
            count.decrementAndGet();
            LOG.error("the audit log could not be written for so long that {} is lost", entry.act());
            return;
        }
        waiting.add(new Stamped(entry, clock.instant()));
    }

    /** Writes what waits. Called every half second; tests call it to see at once. */
    @Scheduled(fixedDelayString = "PT0.5S")
    public synchronized void flush() {
        while (!waiting.isEmpty()) {
            List<Stamped> portion = new ArrayList<>(PORTION);
            waiting.stream().limit(PORTION).forEach(portion::add);
            try {
                jdbc.batchUpdate(
                        INSERT, portion.stream().map(AuditTrail::values).toList());
            } catch (DataAccessException e) {
                LOG.warn("the audit log could not be written; it will be tried again", e);
                return;
            }
            portion.forEach(written -> waiting.poll()); // entries leave at the head only, and only here
            count.addAndGet(-portion.size());
        }
    }

    @Override
    public void destroy() {
        flush();
    }

    private static @Nullable Object[] values(Stamped stamped) {
        AuditEntry entry = stamped.entry();
        return Arrays.<@Nullable Object>asList(
                        LocalDateTime.ofInstant(stamped.at(), ZoneOffset.UTC),
                        entry.district(),
                        entry.course(),
                        entry.actor(),
                        entry.act(),
                        entry.subject(),
                        cut(entry.details()))
                .toArray();
    }

    private static @Nullable String cut(@Nullable String details) {
        return details == null || details.length() <= LONGEST_DETAILS ? details : details.substring(0, LONGEST_DETAILS);
    }
}
