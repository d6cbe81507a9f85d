package org.peercoach.course.roster;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.review.ReviewProvider;
import org.peercoach.course.roster.PeopleQuestion.Show;
import org.peercoach.course.roster.PeopleRows.Person;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Who is in the course, as what and why; trainers mark coaches here. */
@Controller
@Allow(MemberRole.TRAINER)
class PeopleController {

    private static final int PAGE = 50;
    private static final int MOST_AT_ONCE = 500;

    private final PeopleRows people;
    private final RoleMarks marks;
    private final RosterRows rosters;
    private final RosterRequests requests;
    private final PeopleWords words;

    private final List<ReviewProvider> reviews;

    PeopleController(
            PeopleRows people,
            RoleMarks marks,
            RosterRows rosters,
            RosterRequests requests,
            PeopleWords words,
            List<ReviewProvider> reviews) {
        this.people = people;
        this.marks = marks;
        this.rosters = rosters;
        this.requests = requests;
        this.words = words;
        this.reviews = reviews;
    }

    /**
     * One line of the list.
     *
     * @param seen the day of the last visit, or null for never
     * @param odd what does not fit together, or null
     * @param self the trainer who reads
     * @param work path of the page that shows what they did, or null if they have no work here
     */
    public record PersonRow(
            long member,
            String name,
            @Nullable String seen,
            boolean cameByList,
            String lms,
            String role,
            boolean explicit,
            String why,
            @Nullable String odd,
            boolean active,
            boolean self,
            @Nullable String work) {}

    /** A chip that shows some of the people. */
    public record ShowChip(String key, int count, String path, boolean current) {}

    /** What the list shows now; null for what was not asked. */
    public record AskedView(
            @Nullable String show,
            @Nullable String named,
            @Nullable Long after) {}

    /** How far the LMS's list is. */
    public record ListView(String text, boolean running, boolean failed, boolean offered) {}

    /** @param undo what can be taken back, or null */
    public record UndoView(long change, String role, int people) {}

    /** Where a form was sent from; so that its answer shows the same people. */
    record Back(
            @Nullable String show,
            @Nullable String q,
            @Nullable Long after) {

        PeopleQuestion question() {
            return PeopleQuestion.of(show, q, after);
        }
    }

    @GetMapping("/c/{course}/people")
    String list(
            @CurrentMember Member member, Back back, @RequestParam Optional<Long> changed, Model model, Locale locale) {
        return page(member, back.question(), changed, model, locale);
    }

    @PostMapping("/c/{course}/people/roles")
    String give(
            @CurrentMember Member member,
            @RequestParam(name = "member", required = false) @Nullable Set<Long> ticked,
            @RequestParam String role,
            Back back,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash) {
        GivenRole given = GivenRole.named(role).orElse(null);
        if (given == null || ticked == null || ticked.isEmpty() || ticked.size() > MOST_AT_ONCE) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("nobody", true);
            return page(member, back.question(), Optional.empty(), model, locale);
        }
        RoleMarks.Change change = marks.give(member, ticked, given);
        if (change.people() == 0) {
            boolean own = ticked.contains(member.id().value());
            flash.addFlashAttribute("notice", own ? "course.people.own" : "course.people.same");
        }
        return "redirect:" + path(member, back, change.people() == 0 ? null : change.id());
    }

    @PostMapping("/c/{course}/people/undo")
    String undo(@CurrentMember Member member, @RequestParam long change, Back back, RedirectAttributes flash) {
        boolean undone = marks.undo(member, change);
        flash.addFlashAttribute("notice", undone ? "course.people.undone" : "course.people.not-undone");
        return "redirect:" + path(member, back, null);
    }

    @PostMapping("/c/{course}/people/fetch")
    String fetch(@CurrentMember Member member, RedirectAttributes flash) {
        RosterRequests.Answer answer = requests.ask(member.course());
        if (answer != RosterRequests.Answer.NOT_OFFERED) {
            flash.addFlashAttribute("notice", "course.people.fetch." + answer);
        }
        return "redirect:" + member.path("/people");
    }

    private String page(Member member, PeopleQuestion question, Optional<Long> changed, Model model, Locale locale) {
        PeopleWords.Reader reader = new PeopleWords.Reader(locale, member.zone(), member.person());
        List<Person> found = people.page(member.course(), question, PAGE + 1);
        List<Person> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        Map<Show, Integer> counts = people.counts(member.course());
        RosterState state = rosters.state(member.course());
        model.addAttribute("member", member);
        model.addAttribute(
                "asked",
                new AskedView(
                        question.show() == Show.ALL ? null : question.show().key(),
                        question.named().isEmpty() ? null : question.named(),
                        question.after()));
        model.addAttribute(
                "rows",
                shown.stream().map(person -> row(person, member, reader)).toList());
        model.addAttribute("next", found.size() > PAGE ? next(member, question, shown.getLast()) : null);
        model.addAttribute("first", question.after() == null ? null : path(member, question, null));
        model.addAttribute("chips", chips(member, question, counts));
        model.addAttribute("total", counts.getOrDefault(Show.ALL, 0));
        model.addAttribute("list", view(state, reader));
        model.addAttribute("undo", changed.flatMap(id -> undo(member, id)).orElse(null));
        return "course/people";
    }

    private Optional<UndoView> undo(Member member, long change) {
        return marks.undoable(member, change)
                .map(made -> new UndoView(change, made.role().name(), made.people()));
    }

    private PersonRow row(Person person, Member member, PeopleWords.Reader reader) {
        return new PersonRow(
                person.member(),
                person.name(),
                person.lastSeen() == null ? null : words.date(person.lastSeen(), reader),
                person.cameByList(),
                words.word(person.launch(), reader),
                person.role().name(),
                person.explicit(),
                words.why(person, reader),
                words.odd(person, reader),
                person.active(),
                person.member() == member.id().value(),
                work(person, member));
    }

    private @Nullable String work(Person person, Member reader) {
        return reviews.stream()
                .flatMap(room -> room.firstReview(person.role()).stream())
                .findFirst()
                .map(path -> reader.path(path + "/" + person.member()))
                .orElse(null);
    }

    private ListView view(RosterState state, PeopleWords.Reader reader) {
        boolean waits = state.due() != null && state.ended() == null;
        boolean failed = state.outcome() != null && state.outcome() != RosterState.Outcome.DONE && !state.reading();
        return new ListView(words.list(state, reader), state.reading() || waits, failed, state.offered());
    }

    /** Those that stand for nobody are left out, but for the one that is open. */
    private static List<ShowChip> chips(Member member, PeopleQuestion question, Map<Show, Integer> counts) {
        return Arrays.stream(Show.values())
                .filter(show -> show == Show.ALL || show == question.show() || counts.getOrDefault(show, 0) > 0)
                .map(show -> new ShowChip(
                        show.name(),
                        counts.getOrDefault(show, 0),
                        path(member, new PeopleQuestion(show, question.named(), null), null),
                        show == question.show()))
                .toList();
    }

    private static String next(Member member, PeopleQuestion question, Person last) {
        return path(member, question, last.member());
    }

    private static String path(Member member, PeopleQuestion question, @Nullable Long after) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath(member.path("/people"));
        if (question.show() != Show.ALL) {
            path.queryParam("show", question.show().key());
        }
        if (!question.named().isEmpty()) {
            path.queryParam("q", "{q}");
        }
        if (after != null) {
            path.queryParam("after", after);
        }
        return path.encode().buildAndExpand(Map.of("q", question.named())).toUriString();
    }

    private static String path(Member member, Back back, @Nullable Long change) {
        PeopleQuestion question = back.question();
        String path = path(member, question, question.after());
        return change == null ? path : path + (path.contains("?") ? "&" : "?") + "changed=" + change;
    }
}
