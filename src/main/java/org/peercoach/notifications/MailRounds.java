package org.peercoach.notifications;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every node goes round by itself; rows in the database say who does what. */
@Component
class MailRounds {

    private static final Logger LOG = LoggerFactory.getLogger(MailRounds.class);

    private final Digests digests;
    private final MailDelivery delivery;
    private final MailRows rows;

    MailRounds(Digests digests, MailDelivery delivery, MailRows rows) {
        this.digests = digests;
        this.delivery = delivery;
        this.rows = rows;
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
    void send() {
        guarded("sending", delivery::run);
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT2M")
    void gather() {
        guarded("gathering", digests::gather);
    }

    @Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT12H")
    void purge() {
        guarded("forgetting", () -> LOG.debug("{} old mails forgotten", rows.purge()));
    }

    private static void guarded(String what, Runnable work) {
        try {
            work.run();
        } catch (DataAccessException e) {
            LOG.warn(
                    "{} mails broke off ({}); it goes on with the next round",
                    what,
                    e.getClass().getSimpleName());
        }
    }
}
