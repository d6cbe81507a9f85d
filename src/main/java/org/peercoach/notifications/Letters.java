package org.peercoach.notifications;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.peercoach.course.Member;
import org.peercoach.course.go.GoLinks;
import org.peercoach.notifications.Letter.Line;
import org.peercoach.notifications.Letter.Section;
import org.peercoach.shared.Settings;
import org.peercoach.shared.time.Times;
import org.peercoach.training.due.DueSession;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words of mails, in the language that the LMS shows each person. They name no other person than the trainer who wrote, and hold nothing that is private. */
@Component
class Letters {

    private final MessageSource messages;
    private final GoLinks go;
    private final MailLinks links;
    private final Settings settings;

    Letters(MessageSource messages, GoLinks go, MailLinks links, Settings settings) {
        this.messages = messages;
        this.go = go;
        this.links = links;
        this.settings = settings;
    }

    /** A session to remind of, on this day. */
    record Due(DueSession session, Stage stage, LocalDate today) {

        /** As it is remembered of a member. */
        DigestRows.Reminded of(Member member) {
            return new DigestRows.Reminded(member.id(), session.number(), session.due(), stage);
        }

        long daysLeft() {
            return ChronoUnit.DAYS.between(today, session.due());
        }
    }

    /** @param from the trainer who wrote it */
    record Said(long item, String from, String text) {}

    /** What there is to say about one course. */
    record Part(Member member, List<Due> due, List<Said> said) {}

    /** One letter about everything. */
    Letter digest(List<Part> parts) {
        List<Due> due = parts.stream().flatMap(part -> part.due().stream()).toList();
        List<Said> said = parts.stream().flatMap(part -> part.said().stream()).toList();
        return letter(subject(language(parts), due, said), "notifications.mail.why", parts);
    }

    /** What a trainer has just said, for people who want that at once. */
    Letter message(List<Part> parts) {
        List<Said> said = parts.stream().flatMap(part -> part.said().stream()).toList();
        return letter(subject(language(parts), List.of(), said), "notifications.mail.why.said", parts);
    }

    private static Locale language(List<Part> parts) {
        return parts.getFirst().member().language();
    }

    private String subject(Locale language, List<Due> due, List<Said> said) {
        if (due.size() + said.size() > 1) {
            return words(language, "notifications.mail.subject.several", due.size() + said.size());
        }
        return due.isEmpty()
                ? words(
                        language,
                        "notifications.mail.subject.said",
                        said.getFirst().from())
                : words(
                        language,
                        "notifications.mail.subject." + when(due.getFirst()),
                        due.getFirst().session().number(),
                        due.getFirst().daysLeft());
    }

    private Letter letter(String subject, String why, List<Part> parts) {
        Member first = parts.getFirst().member();
        Locale language = first.language();
        return new Letter(
                paper(language),
                subject,
                words(language, "notifications.mail.hello", first.name()),
                parts.stream().map(this::section).toList(),
                List.of(
                        Line.of(words(language, why)),
                        Line.with(
                                "",
                                words(language, "notifications.mail.change"),
                                settings.url(go.path(first, MessagesController.PAGE))),
                        Line.with(
                                "",
                                words(language, "notifications.mail.off"),
                                settings.url(links.off(first.person())))));
    }

    private Section section(Part part) {
        Locale language = part.member().language();
        List<Line> lines = new ArrayList<>();
        for (Due one : part.due()) {
            lines.add(Line.with(
                    words(
                            language,
                            "notifications.mail.session",
                            one.session().number(),
                            one.session().title(),
                            due(one, part.member())),
                    words(language, "notifications.mail.open", one.session().number()),
                    settings.url(go.path(part.member(), one.session().path()))));
        }
        for (Said one : part.said()) {
            lines.add(Line.of(words(language, "notifications.mail.said", one.from())));
            lines.add(Line.quoting(one.text()));
        }
        if (!part.said().isEmpty()) {
            lines.add(Line.with(
                    "", words(language, "notifications.mail.open.course"), settings.url(go.path(part.member(), ""))));
        }
        return new Section(part.member().courseTitle(), lines);
    }

    /** A due day ends where the person is, so the zone is named. */
    private String due(Due one, Member member) {
        Times times = new Times(member.language(), member.zone(), null);
        String day = times.weekday(one.session().due());
        return words(member.language(), "notifications.mail.due." + when(one), day, times.zoneName(), one.daysLeft());
    }

    private static String when(Due one) {
        long left = one.daysLeft();
        return left < 0 ? "late" : left == 0 ? "today" : left == 1 ? "tomorrow" : "days";
    }

    /** Asks whether this address is the person's. */
    Letter confirmation(Member member, String confirmPath) {
        Locale language = member.language();
        return new Letter(
                paper(language),
                words(language, "notifications.mail.confirm.subject"),
                words(language, "notifications.mail.hello", member.name()),
                List.of(new Section(
                        null,
                        List.of(
                                Line.of(words(language, "notifications.mail.confirm.text", member.courseTitle())),
                                Line.with(
                                        "",
                                        words(language, "notifications.mail.confirm.link"),
                                        settings.url(confirmPath))))),
                List.of(Line.of(words(language, "notifications.mail.confirm.not-you"))));
    }

    private Letter.Paper paper(Locale language) {
        return new Letter.Paper(
                language.toLanguageTag(), words(language, "shared.dir").equals("rtl"));
    }

    private String words(Locale language, String key, Object... args) {
        return messages.getMessage(key, args, language);
    }
}
