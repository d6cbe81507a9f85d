package org.peercoach.lti.notice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.peercoach.lti.LtiLaunch.NoticeService;
import org.peercoach.lti.NoticeOffers;
import org.peercoach.lti.PlatformFault;
import org.peercoach.lti.ServiceTarget;
import org.peercoach.lti.launch.SignedNotices;
import org.peercoach.lti.service.NoticeHandlers;
import org.peercoach.shared.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks platforms for their notices: once for each deployment and change of its offer, in the background, and again later
 * where it fails. A launch only looks into memory.
 */
@Component
class NoticeServices implements NoticeOffers, DisposableBean {

    static final String PATH = "/lti/notices";

    private static final Logger LOG = LoggerFactory.getLogger(NoticeServices.class);
    private static final List<String> WANTED = List.of(SignedNotices.HELLO, SignedNotices.CONTEXT_COPY);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int PORTION = 20;
    private static final String SAME = "service_url = values(service_url) and notice_types = values(notice_types)";
    /** MySQL assigns from left to right and then sees the new values: what others read is assigned last. */
    private static final String OFFERED =
            "insert into lti_notice_service (deployment_id, service_url, notice_types, state,"
                    + " attempts, due_at) values (?, ?, ?, 'DUE', 0, ?) on duplicate key update"
                    + " state = case when " + SAME + " then state else 'DUE' end,"
                    + " attempts = case when " + SAME + " then attempts else 0 end,"
                    + " due_at = case when " + SAME + " then due_at else values(due_at) end,"
                    + " service_url = values(service_url), notice_types = values(notice_types)";

    private static final String DUE =
            "select n.deployment_id, d.registration_id, n.service_url, n.notice_types, n.attempts"
                    + " from lti_notice_service n join lti_deployment d on d.id = n.deployment_id"
                    + " where n.state = 'DUE' and n.due_at <= ? and d.status = 'APPROVED' order by n.due_at limit "
                    + PORTION;

    private final JdbcClient jdbc;
    private final NoticeHandlers handlers;
    private final Settings settings;
    private final Clock clock;
    private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();
    private final Cache<Long, NoticeService> known =
            Caffeine.newBuilder().maximumSize(20_000).build();

    NoticeServices(JdbcClient jdbc, NoticeHandlers handlers, Settings settings, Clock clock) {
        this.jdbc = jdbc;
        this.handlers = handlers;
        this.settings = settings;
        this.clock = clock;
    }

    private record Due(ServiceTarget target, String url, List<String> types, int attempts) {}

    @Override
    public void seen(ServiceTarget target, NoticeService offer) {
        if (!offer.equals(known.getIfPresent(target.deploymentId()))) {
            known.put(target.deploymentId(), offer);
            writers.execute(() -> write(target.deploymentId(), offer));
        }
    }

    /** Stores the offer; one that is stored already changes nothing. */
    void write(long deployment, NoticeService offer) {
        List<String> types = new TreeSet<>(offer.noticeTypes())
                .stream().filter(WANTED::contains).toList();
        if (types.isEmpty() || offer.url().length() > 2000) {
            return;
        }
        try {
            jdbc.sql(OFFERED)
                    .params(deployment, offer.url(), String.join(" ", types), utc(clock.instant()))
                    .update();
        } catch (DataAccessException e) {
            known.invalidate(deployment); // the next launch tries again
            LOG.warn("the notice service of deployment {} could not be noted", deployment, e);
        }
    }

    /** Registers our handler where that is due. Each platform is waited for by itself: one thread runs all schedules. */
    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void register() {
        List<Due> due = jdbc.sql(DUE)
                .param(utc(clock.instant()))
                .query((row, index) -> new Due(
                        new ServiceTarget(row.getLong("registration_id"), row.getLong("deployment_id")),
                        row.getString("service_url"),
                        List.of(row.getString("notice_types").split(" ")),
                        row.getInt("attempts")))
                .list();
        due.stream().filter(this::claim).forEach(one -> writers.execute(() -> register(one)));
    }

    /** One node at a time; if it dies, the row is due again after a while. */
    private boolean claim(Due due) {
        return jdbc.sql("update lti_notice_service set attempts = attempts + 1, due_at = ? where deployment_id = ?"
                                + " and state = 'DUE' and attempts = ?")
                        .params(utc(clock.instant().plus(LEASE)), due.target().deploymentId(), due.attempts())
                        .update()
                == 1;
    }

    private void register(Due due) {
        long deployment = due.target().deploymentId();
        try {
            for (String type : due.types()) {
                handlers.register(due.target(), due.url(), type, settings.url(PATH));
            }
            jdbc.sql("update lti_notice_service set state = 'REGISTERED', registered_at = ?, due_at = null"
                            + " where deployment_id = ? and service_url = ?")
                    .params(utc(clock.instant()), deployment, due.url())
                    .update();
        } catch (PlatformFault fault) {
            LOG.warn("deployment {} does not send us notices yet: {}", deployment, fault.getMessage());
            jdbc.sql("update lti_notice_service set due_at = ? where deployment_id = ? and state = 'DUE'")
                    .params(utc(clock.instant().plus(pause(due.attempts()))), deployment)
                    .update();
        }
    }

    /** After a minute, then ever later, at last once a day: an administrator may grant the scope at any time. */
    private static Duration pause(int attempts) {
        Duration pause = Duration.ofMinutes(1L << Math.min(2 * attempts, 10));
        return pause.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofDays(1) : pause;
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    @Override
    public void destroy() {
        writers.shutdown();
    }
}
