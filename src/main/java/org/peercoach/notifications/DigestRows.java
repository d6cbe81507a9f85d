package org.peercoach.notifications;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.peercoach.course.CourseId;
import org.peercoach.course.MemberId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Digests and what stands in them, written together: both are there or neither. */
@Component
class DigestRows {

    private final JdbcClient jdbc;
    private final MailRows mails;
    private final Items items;
    private final Letters letters;
    private final TransactionTemplate transactions;

    DigestRows(JdbcClient jdbc, MailRows mails, Items items, Letters letters, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.mails = mails;
        this.items = items;
        this.letters = letters;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** A reminder that a member has had. A due date that was moved is another. */
    record Reminded(MemberId member, int session, LocalDate due, Stage stage) {}

    /** Those of a course about what is due from the first to the last of these days. */
    Set<Reminded> reminded(CourseId course, LocalDate first, LocalDate last) {
        return new HashSet<>(jdbc.sql(
                        "select r.member_id, r.session_number, r.due_on, r.stage from notifications_reminder r"
                                + " join course_member m on m.id = r.member_id where m.course_id = ?"
                                + " and r.due_on between ? and ?")
                .params(course.value(), first, last)
                .query((row, index) -> new Reminded(
                        new MemberId(row.getLong(1)),
                        row.getInt(2),
                        row.getObject(3, LocalDate.class),
                        Stage.valueOf(row.getString(4))))
                .list());
    }

    /** False when nothing is left to say, or the person has had this day's digest: then the rest waits for the next. */
    boolean add(Addressee to, LocalDate day, List<Letters.Part> parts) {
        if (parts.isEmpty() || had(to.person(), day)) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> write(to, day.toString(), parts)));
        } catch (DuplicateKeyException e) {
            return false; // another node was first
        }
    }

    /** Whether the person has had the digest of this day. */
    boolean had(long person, LocalDate day) {
        return jdbc.sql("select 1 from notifications_mail where person_id = ? and kind = 'DIGEST' and once_key = ?")
                .params(person, day.toString())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private boolean write(Addressee to, String key, List<Letters.Part> wanted) {
        List<Letters.Part> parts = items.hold(wanted);
        if (parts.isEmpty()) {
            return false;
        }
        String address = to.address().orElseThrow();
        long mail = mails.add(to.person(), Mail.Kind.DIGEST, key, address, letters.digest(parts));
        for (Letters.Part part : parts) {
            part.due().forEach(due -> note(part.member().id(), due, mail));
            items.mailed(part.said(), mail);
        }
        return true;
    }

    /** A digest will not be sent, for this reason: what it held waits for the next one. */
    void drop(Mail digest, String claim, String reason) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("delete from notifications_reminder where mail_id = ?")
                    .param(digest.id())
                    .update();
            items.release(digest.id());
            if (!mails.drop(digest, claim, reason)) {
                status.setRollbackOnly(); // another node has it
            }
        });
    }

    private void note(MemberId member, Letters.Due due, long mail) {
        jdbc.sql("insert into notifications_reminder (member_id, session_number, due_on, stage, mail_id)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        member.value(),
                        due.session().number(),
                        due.session().due(),
                        due.stage().name(),
                        mail)
                .update();
    }
}
