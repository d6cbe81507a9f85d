package org.peercoach.course.roster;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.roster.PeopleRows.Person;
import org.peercoach.shared.csv.Csv;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The people of a course as a file for a spreadsheet. */
@Controller
@Allow(MemberRole.TRAINER)
class PeopleFileController {

    private static final int PORTION = 500;

    private final PeopleRows people;
    private final PeopleWords words;
    private final MessageSource messages;

    PeopleFileController(PeopleRows people, PeopleWords words, MessageSource messages) {
        this.people = people;
        this.words = words;
        this.messages = messages;
    }

    @GetMapping("/c/{course}/people/people.csv")
    void file(
            @CurrentMember Member member,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        response.setContentType("text/csv; charset=utf-8");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"people.csv\"");
        Writer out = response.getWriter();
        out.write(Csv.MARK);
        line(
                out,
                Stream.of("name", "role", "lms", "seen", "state").map(key -> say("course.people.file." + key, locale)));
        PeopleWords.Reader reader = new PeopleWords.Reader(locale, member.zone(), member.person());
        PeopleQuestion question = PeopleQuestion.of(show, q, null);
        List<Person> portion;
        do {
            portion = people.page(member.course(), question, PORTION);
            for (Person person : portion) {
                line(out, cells(person, reader));
                question = new PeopleQuestion(question.show(), question.named(), person.member());
            }
        } while (portion.size() == PORTION);
    }

    private Stream<String> cells(Person person, PeopleWords.Reader reader) {
        return Stream.of(
                person.name(),
                say("course.role." + person.role(), reader.locale()),
                words.word(person.launch(), reader),
                person.lastSeen() == null
                        ? ""
                        : person.lastSeen().atZone(reader.zone()).toLocalDate().toString(),
                say(person.active() ? "course.people.file.here" : "course.people.file.left", reader.locale()));
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static void line(Writer out, Stream<String> cells) throws IOException {
        out.write(Csv.line(cells));
    }
}
