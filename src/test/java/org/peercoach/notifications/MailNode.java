package org.peercoach.notifications;

import java.time.Clock;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.Roster;
import org.peercoach.shared.Settings;
import org.peercoach.training.due.DueSessions;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.PlatformTransactionManager;

/** Another node on the same database, with a clock of the test's own. */
record MailNode(
        Digests digests, DigestRows digestRows, Items items, MailDelivery delivery, MailRows rows, MailPost post) {

    static final String FROM = "Peer Coaching <coaching@district.example>";

    static MailNode of(ApplicationContext app, Clock clock) {
        return of(app, clock, new MailPost(app.getBean(JavaMailSender.class), FROM));
    }

    static MailNode of(ApplicationContext app, Clock clock, MailPost post) {
        return of(app, clock, post, app.getBean(Letters.class));
    }

    static MailNode of(ApplicationContext app, Clock clock, MailPost post, Letters letters) {
        JdbcClient jdbc = app.getBean(JdbcClient.class);
        Roster roster = app.getBean(Roster.class);
        Addressees addressees = new Addressees(jdbc, clock);
        Items items = new Items(jdbc, roster, clock);
        MailRows rows = new MailRows(jdbc, app.getBean(MailLinks.class), app.getBean(Settings.class), clock);
        DigestRows digestRows =
                new DigestRows(jdbc, rows, items, letters, app.getBean(PlatformTransactionManager.class));
        Pauses pauses = new Pauses(jdbc, app.getBean(AuditTrail.class), clock);
        return new MailNode(
                new Digests(app.getBean(DueSessions.class), roster, addressees, pauses, items, digestRows, post, clock),
                digestRows,
                items,
                new MailDelivery(rows, digestRows, post, addressees, clock),
                rows,
                post);
    }

    void round() {
        digests.gather();
        delivery.run();
    }
}
