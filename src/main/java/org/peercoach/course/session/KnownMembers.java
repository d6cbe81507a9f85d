package org.peercoach.course.session;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Members and people as every request needs them: remembered on each node for 10 seconds (ruling 21). */
@Component
public class KnownMembers {

    private static final Duration MEMORY = Duration.ofSeconds(10);
    private static final int MOST = 20_000;

    private final JdbcClient jdbc;
    private final MemberRows rows;
    private final LoadingCache<Long, Optional<KnownMember>> members =
            Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(MOST).build(this::readMember);
    private final LoadingCache<Long, Optional<KnownPerson>> people =
            Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(MOST).build(this::readPerson);

    private final LoadingCache<Long, Boolean> openCourses =
            Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(MOST).build(this::readOpen);

    KnownMembers(JdbcClient jdbc, MemberRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** A launch has just read or written this member: the page that follows needs no question to the database. */
    public void remember(KnownMember known) {
        whenCommitted(() -> {
            people.invalidate(known.member().person());
            members.put(known.member().id().value(), Optional.of(known));
            openCourses.put(known.member().course().value(), true);
        });
    }

    /** The same for a person outside a course. */
    public void remember(KnownPerson known) {
        whenCommitted(() -> people.put(known.id(), Optional.of(known)));
    }

    /** Something about this person has changed, in whatever course; other nodes follow within 10 seconds. */
    public void forget(long person) {
        whenCommitted(() -> {
            people.invalidate(person);
            members.asMap()
                    .values()
                    .removeIf(known ->
                            known.filter(one -> one.member().person() == person).isPresent());
        });
    }

    /** Something about many people has changed; other nodes follow within 10 seconds. */
    public void forget() {
        whenCommitted(() -> {
            members.invalidateAll();
            people.invalidateAll();
            openCourses.invalidateAll();
        });
    }

    /** Whether the course may be worked in: its place in the LMS is approved and its LMS is in use (ruling 21). */
    boolean open(long course) {
        return openCourses.get(course);
    }

    Optional<KnownMember> member(long id) {
        return members.get(id);
    }

    Optional<KnownPerson> person(long id) {
        return people.get(id);
    }

    /** Runs at once outside a transaction; inside one after its commit, so that nobody sees what was rolled back. */
    public static void whenCommitted(Runnable change) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            change.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                change.run();
            }
        });
    }

    private Optional<KnownMember> readMember(Long id) {
        return jdbc.sql(MemberRows.MEMBER + " where m.id = ?")
                .param(id)
                .query(rows.members())
                .optional();
    }

    private Boolean readOpen(Long course) {
        return jdbc.sql("select 1 from course_course c join lti_deployment d on d.id = c.deployment_id"
                        + " join lti_registration r on r.id = d.registration_id"
                        + " where c.id = ? and d.status = 'APPROVED' and r.switched_off_at is null")
                .param(course)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private Optional<KnownPerson> readPerson(Long id) {
        return jdbc.sql(MemberRows.PERSON + " where p.id = ?")
                .param(id)
                .query(rows.people())
                .optional();
    }
}
