package org.peercoach.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what is due: claims a mail, sends it, marks it. Only a crash between the last two sends it twice, then with the
 * same Message-ID. Whatever people decided meanwhile holds: whoever has switched mails off gets none that wait.
 */
@Component
class MailDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final int BATCH = 50;
    private static final Duration GIVEN_UP = Duration.ofDays(2);
    /** An old digest would remind of what has changed; the next one knows better. */
    private static final Duration STALE_DIGEST = Duration.ofHours(20);

    private static final List<Duration> STEPS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));

    private final MailRows rows;
    private final DigestRows digests;
    private final MailPost post;
    private final Addressees addressees;
    private final Clock clock;

    MailDelivery(MailRows rows, DigestRows digests, MailPost post, Addressees addressees, Clock clock) {
        this.rows = rows;
        this.digests = digests;
        this.post = post;
        this.addressees = addressees;
        this.clock = clock;
    }

    /** Sends until nothing is due, or the server does not answer. */
    void run() {
        List<Long> due = post.on() ? rows.due(BATCH) : List.of();
        while (!due.isEmpty()) {
            for (long id : due) {
                if (!send(id)) {
                    return;
                }
            }
            due = rows.due(BATCH);
        }
    }

    /** Sends one, unless another node does; false when no other mail would fare better now. */
    boolean send(long id) {
        String claim = UUID.randomUUID().toString();
        return rows.claim(id, claim).map(mail -> deliver(mail, claim)).orElse(true);
    }

    private boolean deliver(Mail mail, String claim) {
        if (!wanted(mail)) {
            drop(mail, claim, "NOT_WANTED");
            return true;
        }
        Duration age = Duration.between(mail.createdAt(), clock.instant());
        if (age.compareTo(mail.kind() == Mail.Kind.DIGEST ? STALE_DIGEST : GIVEN_UP) > 0) {
            drop(mail, claim, "TOO_OLD");
            return true;
        }
        MailPost.Answer answer = post.send(mail);
        LOG.debug("mail {}: {} {}", mail.id(), answer.outcome(), answer.code());
        switch (answer.outcome()) {
            case SENT -> rows.sent(mail, claim);
            case NO_ADDRESS -> {
                drop(mail, claim, "NO_ADDRESS");
                if (mail.kind() != Mail.Kind.CONFIRM) {
                    addressees.refuse(mail.person(), mail.address());
                }
            }
            case REFUSED -> {
                LOG.warn("mail {} was refused for good: {}", mail.id(), answer.code());
                drop(mail, claim, "REFUSED");
            }
            case LATER -> rows.later(mail, claim, "LATER", clock.instant().plus(pause(mail.tries())));
            case NO_SERVER -> {
                LOG.warn("the mail server does not take mails; mail {} waits", mail.id());
                rows.later(mail, claim, "NO_SERVER", clock.instant().plus(pause(mail.tries())));
                return false;
            }
        }
        return true;
    }

    private void drop(Mail mail, String claim, String reason) {
        if (mail.kind() == Mail.Kind.DIGEST) {
            digests.drop(mail, claim, reason);
        } else {
            rows.drop(mail, claim, reason);
        }
    }

    private boolean wanted(Mail mail) {
        Optional<Addressee> addressee = addressees.find(mail.person());
        return mail.kind() == Mail.Kind.CONFIRM
                ? addressee.filter(one -> mail.address().equals(one.pending())).isPresent()
                : addressee
                        .flatMap(Addressee::address)
                        .filter(mail.address()::equals)
                        .isPresent();
    }

    private static Duration pause(int tries) {
        return STEPS.get(Math.clamp(tries - 1L, 0, STEPS.size() - 1));
    }
}
