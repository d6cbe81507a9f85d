package org.peercoach.lti.diagnosis;

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
import org.peercoach.lti.registration.Deployment;
import org.peercoach.lti.registration.Registration;
import org.peercoach.lti.registration.RegistrationCatalog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The log of launches. A launch leaves a note and goes on; notes are written in batches after the answer, at most a
 * second late (ruling 46).
 */
@Component
public class LaunchJournal implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LaunchJournal.class);
    private static final String INSERT = "insert into lti_launch_log (happened_at, result, reference, rules,"
            + " registration_id, deployment_id, deployment_name, message_type, expected, received, clock_seconds,"
            + " remark, cookie_came, storage) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int PORTION = 500;
    /** If the database is away for so long that more has gathered, the rest is lost, and the log says so. */
    private static final int MOST_WAITING = 50_000;

    private record Stamped(LaunchNote note, Instant at) {}

    private final JdbcTemplate jdbc;
    private final RegistrationCatalog catalog;
    private final JournalPurge purge;
    private final Clock clock;
    private final ConcurrentLinkedQueue<Stamped> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    LaunchJournal(JdbcTemplate jdbc, RegistrationCatalog catalog, JournalPurge purge, Clock clock) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.purge = purge;
        this.clock = clock;
    }

    /** Notes how a launch ended. Asks the database nothing and delays nobody. */
    public void noteSoon(LaunchNote note) {
        if (count.incrementAndGet() > MOST_WAITING) {
            if (count.decrementAndGet() == MOST_WAITING) {
                LOG.error("the launch log could not be written for so long that notes are lost");
            }
            return;
        }
        waiting.add(new Stamped(note, clock.instant()));
    }

    /** Writes what waits. Called every half second; tests call it to see at once. */
    @Scheduled(fixedDelayString = "PT0.5S")
    public synchronized void flush() {
        while (!waiting.isEmpty()) {
            List<Stamped> portion = new ArrayList<>(PORTION);
            waiting.stream().limit(PORTION).forEach(portion::add);
            try {
                jdbc.batchUpdate(INSERT, portion.stream().map(this::values).toList());
            } catch (DataAccessException e) {
                LOG.warn("the launch log could not be written; it will be tried again", e);
                return;
            }
            portion.forEach(written -> waiting.poll()); // notes leave at the head only, and only here
            count.addAndGet(-portion.size());
        }
    }

    @Override
    public void destroy() {
        flush();
    }

    private @Nullable Object[] values(Stamped stamped) {
        LaunchNote note = stamped.note();
        LaunchNote.Origin origin = note.origin();
        LaunchNote.Finding finding = note.finding();
        LaunchNote.Storage storage = note.browser().storage();
        long registration = registration(origin);
        purge.count(registration);
        return Arrays.<@Nullable Object>asList(
                        LocalDateTime.ofInstant(stamped.at(), ZoneOffset.UTC),
                        note.result(),
                        note.reference(),
                        Masked.text(String.join(" ", note.rules())),
                        registration,
                        deployment(origin),
                        Masked.text(origin.deployment()),
                        Masked.text(origin.messageType(), 64),
                        Masked.text(finding.expected()),
                        Masked.text(finding.received()),
                        finding.clockSeconds(),
                        finding.remark(),
                        note.browser().cookie(),
                        storage == null ? null : storage.name())
                .toArray();
    }

    /** A wrong client id of an LMS that we know belongs to that LMS, so that its administrators find it. */
    private long registration(LaunchNote.Origin origin) {
        String issuer = origin.issuer();
        if (origin.registration() != 0 || issuer == null) {
            return origin.registration();
        }
        List<Registration> known = catalog.ofIssuer(issuer);
        return known.size() == 1 ? known.getFirst().id() : 0;
    }

    private @Nullable Long deployment(LaunchNote.Origin origin) {
        String name = origin.deployment();
        if (name == null || origin.registration() == 0) {
            return null;
        }
        return catalog.byId(origin.registration())
                .flatMap(registration -> catalog.deployment(registration, name))
                .map(Deployment::id)
                .orElse(null);
    }
}
