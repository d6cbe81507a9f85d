package org.peercoach.training;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.time.Times;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes what coaches send: while they type, when they leave it for later, and when they finish. */
@Controller
@Allow(MemberRole.COACH)
class WorkController {

    private final Catalogs catalogs;
    private final Workbook workbook;
    private final OpenWork openWork;
    private final Clock clock;

    WorkController(Catalogs catalogs, Workbook workbook, OpenWork openWork, Clock clock) {
        this.clock = clock;
        this.catalogs = catalogs;
        this.workbook = workbook;
        this.openWork = openWork;
    }

    /** Two versions of one text; the form keeps the one that is chosen. */
    public record TwoVersionsView(String field, String yours, String saved, String savedAt, String share) {}

    /**
     * Autosave: 204 with the new version and the time, or 409 when another tab saved something else. Work that is shut
     * meanwhile answers with {@code Pc-Refused}, so that the page can tell that from another person's course.
     */
    @PostMapping(ActivityController.ADDRESS + "/draft")
    ResponseEntity<Void> draft(
            @CurrentMember Member member,
            @PathVariable int number,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent) {
        ActivityContent activity;
        try {
            activity = workable(member, number, id);
        } catch (ProblemPage.Thrown refused) {
            return ResponseEntity.status(refused.page().status())
                    .header("Pc-Refused", refused.page().code())
                    .build();
        }
        Workbook.Outcome outcome = workbook.keep(member, activity, entry(sent));
        ActivityState state = outcome.state();
        HttpStatus status = outcome instanceof Workbook.Outcome.Stale ? HttpStatus.CONFLICT : HttpStatus.NO_CONTENT;
        return ResponseEntity.status(status)
                .header("Pc-Version", Integer.toString(state.version()))
                .header("Pc-Saved", Times.withYear(member.zone()).clock(state.changedAt()))
                .build();
    }

    @PostMapping(ActivityController.ADDRESS)
    String work(
            @CurrentMember Member member,
            @PathVariable int number,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        SessionContent session = catalogs.whole(member).atAddress(number);
        Entry entry = entry(sent);
        ActivityContent activity = workable(member, number, id, entry);
        Workbook.Outcome outcome = entry.keepsOnly()
                ? workbook.keep(member, activity, entry)
                : workbook.handIn(member, session, activity, entry);
        String page = member.path(session.path(activity));
        return switch (outcome) {
            case Workbook.Outcome.Stale stale -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield choose(member, session, activity, new Choice(entry, stale.state()), model);
            }
            case Workbook.Outcome.Kept kept ->
                "redirect:" + (entry.leaves() ? member.path(session.path()) : page + back(activity, entry));
            case Workbook.Outcome.HandedIn done -> "redirect:" + page + after(activity, entry, done);
        };
    }

    private record Choice(Entry sent, ActivityState kept) {}

    private String choose(Member member, SessionContent session, ActivityContent activity, Choice choice, Model model) {
        model.addAttribute("head", ActivityController.head(member, session, activity));
        Times times = Times.of(member.zone(), clock.instant());
        model.addAttribute("saved", ActivityController.saved(member, activity, choice.kept(), times));
        if (!activity.work().groups().isEmpty() || activity.work() instanceof Practice) {
            return differences(activity, choice, times, model);
        }
        String field = activity.work() instanceof Work.Reading ? Answer.NOTE : Answer.TEXT;
        model.addAttribute(
                "versions",
                new TwoVersionsView(
                        field,
                        choice.sent().fields().text(field),
                        choice.kept().draft().text(field),
                        times.moment(choice.kept().changedAt()),
                        choice.kept().draft().text(Answer.SHARE)));
        return "training/two-versions";
    }

    private static String differences(ActivityContent activity, Choice choice, Times times, Model model) {
        model.addAttribute("differences", DifferencesPage.of(activity.work(), choice.sent(), choice.kept(), times));
        return "training/differences";
    }

    /** Where the page opens again when nothing was taken: at the rows that were changed, at the text, or at what is wrong. */
    private static String back(ActivityContent activity, Entry entry) {
        if (entry.keepsOnly()) {
            return FieldEntry.place(activity.work().groups(), entry.fields());
        }
        return activity.work() instanceof Practice practice ? practice.back(entry) : "?tooShort#answer";
    }

    /** Where the page opens again: at the feedback, at the newest line, at the card just sorted. */
    private static String after(ActivityContent activity, Entry entry, Workbook.Outcome.HandedIn done) {
        return switch (activity.work()) {
            case Work.Scene scene ->
                done.progress().complete()
                        ? "#done"
                        : "#line-" + done.progress().done();
            case Work.Sorting sorting ->
                sorting.card(entry.fields().get("card"))
                        .map(card -> "?sorted=" + card.key() + "#feedback")
                        .orElse("");
            case Work.Check check -> "#feedback";
            case Practice practice -> practice.onward(entry, done.state().answer());
            default -> "#done";
        };
    }

    /** The same; a refusal shows the words that were sent, for copying. */
    private ActivityContent workable(Member coach, int number, String id, Entry entry) {
        try {
            return workable(coach, number, id);
        } catch (ProblemPage.Thrown refused) {
            String sent =
                    OpenWork.words(catalogs.whole(coach).atAddress(number, id).work(), entry.fields());
            throw sent == null ? refused : refused.page().withKeptText(sent).thrown();
        }
    }

    /** What is answered on this page; a survey has pages of its own. */
    private ActivityContent workable(Member coach, int number, String id) {
        ActivityContent activity = openWork.at(coach, number, id);
        if (!activity.answeredHere()) {
            throw ProblemPage.notHere();
        }
        return activity;
    }

    private static Entry entry(MultiValueMap<String, String> sent) {
        Entry entry = Entry.of(sent);
        if (entry.tooLong()) {
            throw Entry.tooLong(entry.fields().longest());
        }
        return entry;
    }
}
