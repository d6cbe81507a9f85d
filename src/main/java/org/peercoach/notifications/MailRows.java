package org.peercoach.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/**
 * The outbox. Several nodes look into it; a row is sent by whoever claims it. A node that dies in the middle leaves its
 * claim behind, which another takes over after a while: then the mail may go out twice, with one Message-ID.
 */
@Component
class MailRows {

    /** Longer than any conversation with a mail server may take; see the time-outs in application.yaml. */
    static final Duration CLAIM = Duration.ofMinutes(5);

    private static final Duration KEPT = Duration.ofDays(400);
    private static final String FIND = "select id, person_id, kind, message_id, address, subject, body_text, body_html,"
            + " tries, created_at from notifications_mail where ";

    private final JdbcClient jdbc;
    private final MailLinks links;
    private final Settings settings;
    private final Clock clock;

    MailRows(JdbcClient jdbc, MailLinks links, Settings settings, Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Puts a mail into the box.
     *
     * @param onceKey of two mails of a kind to a person with this key there is only one
     * @return its row
     * @throws org.springframework.dao.DuplicateKeyException if it is there already
     */
    long add(long person, Mail.Kind kind, String onceKey, String address, Letter letter) {
        LocalDateTime now = Utc.of(clock.instant());
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into notifications_mail (person_id, kind, once_key, message_id, address, subject, body_text,"
                        + " body_html, state, due_at, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?)")
                .params(person, kind.name(), onceKey, messageId(), address)
                .params(letter.head(), LetterPaper.text(letter), LetterPaper.html(letter), now, now)
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Number.class)).longValue();
    }

    private String messageId() {
        return "<" + UUID.randomUUID() + "@" + settings.domain().replaceFirst(":.*", "") + ">";
    }

    /** Mails to send now, the longest waiting first, and those whose sender has died. */
    List<Long> due(int most) {
        LocalDateTime now = Utc.of(clock.instant());
        return jdbc.sql("select id from notifications_mail where state in ('WAITING', 'SENDING') and due_at <= ?"
                        + " order by due_at, id limit " + most)
                .param(now)
                .query((row, index) -> row.getLong(1))
                .list();
    }

    /** The mail, for this node alone; empty when another was first. A claim lapses, for its node may die. */
    Optional<Mail> claim(long id, String claim) {
        Instant now = clock.instant();
        int claimed = jdbc.sql("update notifications_mail set state = 'SENDING', claim = ?, due_at = ?,"
                        + " tries = tries + 1 where id = ? and state in ('WAITING', 'SENDING') and due_at <= ?")
                .params(claim, Utc.of(now.plus(CLAIM)), id, Utc.of(now))
                .update();
        return claimed == 0
                ? Optional.empty()
                : jdbc.sql(FIND + "id = ?")
                        .param(id)
                        .query((row, index) -> read(row))
                        .optional();
    }

    /** The mail is on its way: what it said is kept no longer. */
    void sent(Mail mail, String claim) {
        end(mail, claim, "SENT", null, clock.instant());
    }

    /** It will not be sent, for this reason; false when the claim has lapsed and another node has the mail. */
    boolean drop(Mail mail, String claim, String reason) {
        return end(mail, claim, "DROPPED", reason, null);
    }

    private boolean end(Mail mail, String claim, String state, @Nullable String reason, @Nullable Instant sentAt) {
        int mine = jdbc.sql("update notifications_mail set state = ?, reason = ?, sent_at = ?, claim = null,"
                        + " body_text = null, body_html = null where id = ? and claim = ?")
                .param(state)
                .param(reason)
                .param(sentAt == null ? null : Utc.of(sentAt))
                .params(mail.id(), claim)
                .update();
        if (mine == 1) {
            jdbc.sql("update notifications_item set message = null where mail_id = ?")
                    .param(mail.id())
                    .update();
        }
        return mine == 1;
    }

    /** It is tried again then. */
    void later(Mail mail, String claim, String reason, Instant at) {
        jdbc.sql("update notifications_mail set state = 'WAITING', reason = ?, due_at = ?, claim = null"
                        + " where id = ? and claim = ?")
                .params(reason, Utc.of(at), mail.id(), claim)
                .update();
    }

    /** How many mails of this kind went to the address, or to the person, since then. */
    int countSince(Mail.Kind kind, long person, String address, Instant since) {
        return jdbc.sql("select count(*) from notifications_mail where kind = ? and created_at > ?"
                        + " and (person_id = ? or address = ?)")
                .params(kind.name(), Utc.of(since), person, address)
                .query(Integer.class)
                .single();
    }

    /** Forgets mails of long ago. */
    int purge() {
        return jdbc.sql("delete from notifications_mail where state in ('SENT', 'DROPPED') and due_at < ?")
                .param(Utc.of(clock.instant().minus(KEPT)))
                .update();
    }

    private Mail read(ResultSet row) throws SQLException {
        Mail.Kind kind = Mail.Kind.valueOf(row.getString("kind"));
        long person = row.getLong("person_id");
        return new Mail(
                row.getLong("id"),
                person,
                kind,
                row.getString("message_id"),
                row.getString("address"),
                row.getString("subject"),
                row.getString("body_text"),
                row.getString("body_html"),
                kind == Mail.Kind.CONFIRM ? null : settings.url(links.off(person)),
                row.getInt("tries"),
                Utc.require(row, "created_at"));
    }
}
