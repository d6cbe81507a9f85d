package org.peercoach.lti.notice;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.NoticeReceiver;
import org.peercoach.lti.ServiceTarget;
import org.peercoach.lti.launch.SignedNotice;
import org.peercoach.lti.launch.SignedNotices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices that were believed: each stored once, then passed on. Canvas sends none a second time, so none may be lost. */
@Component
class NoticeInbox {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeInbox.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST_TRIES = 8;
    private static final int PORTION = 50;
    private static final int PURGED_AT_ONCE = 5000;
    private static final String KEEP = "insert into lti_notice (deployment_id, notice_id, notice_type, context_id,"
            + " origin_contexts, received_at, state, attempts, due_at) values (?, ?, ?, ?, ?, ?, 'NEW', 0, ?)"
            + " on duplicate key update notice_id = notice_id";
    private static final String DUE = "select n.id, n.deployment_id, n.notice_type, n.context_id, n.origin_contexts,"
            + " n.attempts, d.registration_id, d.district_name from lti_notice n"
            + " join lti_deployment d on d.id = n.deployment_id where n.state = 'NEW' and n.due_at <= ?"
            + " order by n.due_at, n.id limit " + PORTION;

    private final JdbcClient jdbc;
    private final NoticeReceiver receiver;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NoticeInbox(JdbcClient jdbc, NoticeReceiver receiver, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.receiver = receiver;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Waiting(
            long id,
            ServiceTarget target,
            String district,
            String type,
            @Nullable String context,
            List<String> origins,
            int attempts) {}

    /** Keeps a notice; one that came before changes nothing. */
    void keep(SignedNotice notice) {
        jdbc.sql(KEEP)
                .params(Arrays.asList(
                        notice.target().deploymentId(),
                        notice.id(),
                        notice.type(),
                        notice.contextId(),
                        String.join("\n", notice.originContextIds())))
                .params(NoticeServices.utc(clock.instant()), NoticeServices.utc(clock.instant()))
                .update();
    }

    /** Passes on what waits. */
    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT5S")
    void passOn() {
        List<Waiting> due = jdbc.sql(DUE)
                .param(NoticeServices.utc(clock.instant()))
                .query((row, index) -> new Waiting(
                        row.getLong("id"),
                        new ServiceTarget(row.getLong("registration_id"), row.getLong("deployment_id")),
                        row.getString("district_name"),
                        row.getString("notice_type"),
                        row.getString("context_id"),
                        List.of(row.getString("origin_contexts").split("\n")),
                        row.getInt("attempts")))
                .list();
        due.stream().filter(this::claim).forEach(this::passOn);
    }

    private boolean claim(Waiting notice) {
        boolean last = notice.attempts() + 1 >= MOST_TRIES;
        return jdbc.sql("update lti_notice set attempts = attempts + 1, due_at = ?, state = ? where id = ?"
                                + " and state = 'NEW' and attempts = ?")
                        .params(
                                NoticeServices.utc(clock.instant().plus(LEASE.multipliedBy(notice.attempts() + 1L))),
                                last ? "FAILED" : "NEW",
                                notice.id(),
                                notice.attempts())
                        .update()
                == 1;
    }

    private void passOn(Waiting notice) {
        try {
            transaction.executeWithoutResult(status -> {
                tell(notice);
                jdbc.sql("update lti_notice set state = 'DONE', due_at = null where id = ?")
                        .param(notice.id())
                        .update();
            });
        } catch (RuntimeException e) { // tried again later, whatever it was
            LOG.warn("notice {} of type {} could not be passed on", notice.id(), notice.type(), e);
        }
    }

    private void tell(Waiting notice) {
        String context = notice.context();
        if (notice.type().equals(SignedNotices.HELLO)) {
            jdbc.sql("update lti_notice_service set hello_at = ? where deployment_id = ?")
                    .params(NoticeServices.utc(clock.instant()), notice.target().deploymentId())
                    .update();
        } else if (context != null) {
            receiver.contextCopied(
                    new NoticeReceiver.ContextCopy(notice.target(), notice.district(), context, notice.origins()));
        }
    }

    /** After this time no platform sends a notice again. */
    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
    void purge() {
        int gone;
        do {
            gone = jdbc.sql("delete from lti_notice where received_at < ? limit " + PURGED_AT_ONCE)
                    .param(NoticeServices.utc(clock.instant().minus(KEPT)))
                    .update();
        } while (gone == PURGED_AT_ONCE);
    }
}
