package org.peercoach.notifications;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Hands mails to the mail server of the settings. What it answers is told as a class and a number: its words may hold
 * addresses, so they are neither kept nor logged.
 */
@Component
class MailPost {

    private static final int OVER_QUOTA = 552; // of 5xx the one that passes

    private final @Nullable JavaMailSender server;
    private final String from;

    @Autowired
    MailPost(ObjectProvider<JavaMailSender> servers, Settings settings) {
        this(servers.getIfAvailable(), settings.mail().from());
    }

    MailPost(@Nullable JavaMailSender server, String from) {
        boolean named = !(server instanceof JavaMailSenderImpl known)
                || (known.getHost() != null && !known.getHost().isBlank());
        this.server = named && !from.isBlank() ? server : null;
        this.from = from;
    }

    /** @param code what the server answered, or 0 */
    record Answer(Outcome outcome, int code) {}

    enum Outcome {
        SENT,
        /** There is no such address, and there will be none. */
        NO_ADDRESS,
        /** This mail will never be taken. */
        REFUSED,
        /** Perhaps later. */
        LATER,
        /** No server answers, or it does not let us in: no other mail would fare better. */
        NO_SERVER
    }

    /** Whether mails are sent at all. */
    boolean on() {
        return server != null;
    }

    Answer send(Mail mail) {
        if (server == null) {
            return new Answer(Outcome.NO_SERVER, 0);
        }
        try {
            server.send(message(server, mail));
            return new Answer(Outcome.SENT, 0);
        } catch (MailAuthenticationException e) {
            return new Answer(Outcome.NO_SERVER, 0);
        } catch (MailSendException e) {
            return e.getFailedMessages().values().stream()
                    .findFirst()
                    .map(MailPost::answer)
                    .orElse(new Answer(Outcome.NO_SERVER, 0));
        } catch (MailException | MessagingException e) {
            return new Answer(Outcome.REFUSED, 0); // it cannot be written at all
        }
    }

    private MimeMessage message(JavaMailSender sender, Mail mail) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        parts.setFrom(from);
        parts.setTo(mail.address());
        parts.setSubject(mail.subject());
        parts.setText(mail.text(), mail.html());
        parts.setSentDate(Date.from(mail.createdAt()));
        message.setHeader("Message-ID", mail.messageId());
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no holiday notes in answer
        message.setHeader("X-Auto-Response-Suppress", "All");
        if (mail.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        if (message.getRecipients(Message.RecipientType.TO).length != 1) {
            throw new MessagingException("not one address");
        }
        return message;
    }

    private static Answer answer(Exception fault) {
        Optional<SMTPAddressFailedException> address = find(fault, SMTPAddressFailedException.class);
        if (address.isPresent()) {
            int code = address.get().getReturnCode();
            return new Answer(ofAddress(code, String.valueOf(address.get().getMessage())), code);
        }
        return find(fault, SMTPSendFailedException.class)
                .map(refused -> new Answer(
                        refused.getReturnCode() >= 500 ? Outcome.REFUSED : Outcome.LATER, refused.getReturnCode()))
                .orElse(new Answer(fault instanceof SendFailedException ? Outcome.LATER : Outcome.NO_SERVER, 0));
    }

    /** "5.7.x" is about who may send here (RFC 3463), not about the address. */
    private static Outcome ofAddress(int code, String words) {
        if (code < 500 || code == OVER_QUOTA) {
            return Outcome.LATER;
        }
        return words.matches("(?s).*\\b5\\.7\\.\\d+\\b.*") ? Outcome.REFUSED : Outcome.NO_ADDRESS;
    }

    private static <T extends Exception> Optional<T> find(Exception fault, Class<T> wanted) {
        Exception one = fault;
        while (one != null) {
            if (wanted.isInstance(one)) {
                return Optional.of(wanted.cast(one));
            }
            one = one instanceof MessagingException messaging ? messaging.getNextException() : null;
        }
        return Optional.empty();
    }
}
