package org.peercoach.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The mails that were caught, as everybody’s mailbox at once. */
final class MailPages {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");
    private static final String PAGE = """
            <div class="pc-head"><div><h1 tabindex="-1">Mails</h1><p>Every mail that Peer Coaching sends here is caught and shown, the latest first. None leaves this machine, and all are gone when the demo LMS stops.</p></div></div>
            <div class="pc-stack">{mails}</div>
            """;
    private static final String EMPTY = """
            <section class="pc-panel pc-panel-quiet p-0" aria-label="No mail"><div class="pc-empty">{icon}<h2>No mail yet</h2><p>Open Peer Coaching as Ruth, give session 1 a due date a week from now and wait for a few minutes by day; or write to Mary from the cohort’s page when she gets messages at once.</p></div></section>
            """;
    private static final String MAIL = """
            <article class="pc-panel" aria-labelledby="mail-{number}"><h2 id="mail-{number}" dir="auto">{subject}</h2>
            <p class="pc-small pc-muted">To {to} · from {from} · {at} · <a href="/mails/{number}">As a mail program shows it<span class="visually-hidden">: {subject}</span></a></p>
            <div class="pc-text" dir="auto">{text}</div></article>
            """;

    private final @Nullable MailCatcher catcher;

    MailPages(@Nullable MailCatcher catcher) {
        this.catcher = catcher;
    }

    Response list() {
        List<MailCatcher.Caught> caught = catcher == null ? List.of() : catcher.latest();
        Markup mails = caught.isEmpty()
                ? Markup.of(EMPTY, "icon", Markup.icon("inbox"))
                : Markup.all(caught.stream().map(MailPages::mail));
        return Response.html(200, Frame.around(Frame.Page.of("Mails", "/mails", Markup.of(PAGE, "mails", mails))));
    }

    /** The mail's own page, which may do nothing; its styles are its own. */
    Response html(String number) {
        return find(number)
                .map(one -> part(parse(one), "text/html"))
                .map(html -> Response.of(200, "text/html;charset=utf-8", html)
                        .with(
                                "Content-Security-Policy",
                                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
                        .with("Cache-Control", "no-store"))
                .orElseGet(SmallPages::missing);
    }

    private Optional<MailCatcher.Caught> find(String number) {
        return catcher == null
                ? Optional.empty()
                : catcher.latest().stream()
                        .filter(one -> Integer.toString(one.number()).equals(number))
                        .findFirst();
    }

    private static Markup mail(MailCatcher.Caught one) {
        MimeMessage message = parse(one);
        return Markup.of(
                MAIL,
                "number",
                one.number(),
                "subject",
                header(message, "Subject"),
                "to",
                String.join(", ", one.to()),
                "from",
                header(message, "From"),
                "at",
                Moments.time(one.at()),
                "text",
                linked(part(message, "text/plain")));
    }

    private static Markup linked(String text) {
        StringBuilder html = new StringBuilder();
        Matcher links = LINK.matcher(text);
        int end = 0;
        while (links.find()) {
            html.append(Markup.of("{text}", "text", text.substring(end, links.start()))
                    .html());
            html.append(Markup.of("<a href=\"{url}\">{url}</a>", "url", links.group())
                    .html());
            end = links.end();
        }
        return new Markup(
                html.append(Markup.of("{text}", "text", text.substring(end)).html())
                        .toString());
    }

    private static MimeMessage parse(MailCatcher.Caught one) {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(one.raw().getBytes(StandardCharsets.UTF_8)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(MimeMessage message, String name) {
        try {
            return name.equals("Subject")
                    ? String.valueOf(message.getSubject())
                    : String.valueOf(message.getHeader(name, ", "));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(MimeMessage message, String type) {
        try {
            return Optional.ofNullable(find(message, type)).orElse("");
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = find(parts.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
