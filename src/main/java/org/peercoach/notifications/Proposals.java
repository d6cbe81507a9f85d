package org.peercoach.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.peercoach.course.Member;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An address that somebody enters is used only after a mail to it was answered by its link, within three days. */
@Component
class Proposals {

    private static final Duration GOOD_FOR = Duration.ofDays(3);
    /** So that nobody fills a stranger's mailbox. */
    private static final int MOST_A_DAY = 5;

    private final Addressees addressees;
    private final MailRows rows;
    private final MailLinks links;
    private final Letters letters;
    private final MailPost post;
    private final Clock clock;

    Proposals(Addressees addressees, MailRows rows, MailLinks links, Letters letters, MailPost post, Clock clock) {
        this.addressees = addressees;
        this.rows = rows;
        this.links = links;
        this.letters = letters;
        this.post = post;
        this.clock = clock;
    }

    /** Sends the mail that asks; what is wrong, as a message key, or empty. */
    @Transactional
    public Optional<String> propose(Member member, String address) {
        if (!post.on()) {
            return Optional.of("notifications.fault.no-server");
        }
        if (!Addressee.looksRight(address)) {
            return Optional.of("notifications.fault.address");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (rows.countSince(Mail.Kind.CONFIRM, member.person(), address, now.minus(Duration.ofDays(1))) >= MOST_A_DAY) {
            return Optional.of("notifications.fault.too-many");
        }
        addressees.propose(member.person(), address, now);
        String path = links.confirm(member.person(), address, now);
        rows.add(
                member.person(),
                Mail.Kind.CONFIRM,
                Long.toString(now.toEpochMilli()),
                address,
                letters.confirmation(member, path));
        return Optional.empty();
    }

    /** Whose address this link confirms, if it is still the one that was proposed, and not too old. */
    Optional<Addressee> of(String token) {
        return MailLinks.whose(token)
                .flatMap(addressees::find)
                .filter(addressee -> links.confirms(token, addressee))
                .filter(this::fresh);
    }

    private boolean fresh(Addressee addressee) {
        Instant at = addressee.pendingAt();
        return at != null && clock.instant().isBefore(at.plus(GOOD_FOR));
    }

    /** False when the link is not good, or no longer. */
    @Transactional
    public boolean confirm(String token) {
        return of(token)
                .filter(addressee ->
                        addressee.pending() != null && addressees.confirm(addressee.person(), addressee.pending()))
                .isPresent();
    }
}
