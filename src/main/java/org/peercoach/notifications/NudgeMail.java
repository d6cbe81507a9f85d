package org.peercoach.notifications;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.Roster;
import org.peercoach.training.cohort.NudgeSent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes a trainer's message up for people who get mail, in the transaction in which it is kept: at once or for the next
 * digest, as each has chosen. Everybody finds it in the tool anyway.
 */
@Component
class NudgeMail {

    private final Addressees addressees;
    private final Items items;
    private final Roster roster;
    private final Letters letters;
    private final MailRows rows;
    private final MailPost post;

    NudgeMail(Addressees addressees, Items items, Roster roster, Letters letters, MailRows rows, MailPost post) {
        this.addressees = addressees;
        this.items = items;
        this.roster = roster;
        this.letters = letters;
        this.rows = rows;
        this.post = post;
    }

    @EventListener
    void take(NudgeSent nudge) {
        if (!post.on()) {
            return;
        }
        Map<Long, Addressee> people = addressees.of(nudge.course());
        Set<MemberId> to = new HashSet<>(nudge.to());
        roster.members(nudge.course()).stream()
                .filter(member -> to.contains(member.id()))
                .forEach(member -> take(member, nudge, people.get(member.person())));
    }

    private static boolean wants(Addressee addressee) {
        return addressee.wishes().messages() && addressee.address().isPresent();
    }

    private void take(Member member, NudgeSent nudge, @Nullable Addressee addressee) {
        if (addressee == null || !wants(addressee)) {
            return;
        }
        items.add(member, nudge.sender(), nudge.message());
        if (!addressee.wishes().atOnce()) {
            return;
        }
        List<Items.Item> own = items.waitingOf(member.person());
        List<Letters.Part> parts = items.hold(items.parts(own));
        long mail = rows.add(
                member.person(),
                Mail.Kind.MESSAGE,
                "item:" + own.getLast().id(),
                addressee.address().orElseThrow(),
                letters.message(parts));
        parts.forEach(part -> items.mailed(part.said(), mail));
    }
}
