package org.peercoach.training;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.MemberRole;
import org.peercoach.course.Roster;
import org.peercoach.shared.ProblemPage;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One handed-in worksheet, and a trainer's word on it: "meets", or "not yet" with a comment. Drafts are never shown. */
@Controller
@Allow(MemberRole.TRAINER)
class MarkController {

    private static final String ADDRESS = "/c/{course}" + MarkingController.LIST + "/{member:[0-9]{1,18}}/{id}";

    private final TrainingCatalog catalog;
    private final Workbook workbook;
    private final Marking marking;
    private final MarkDrafts drafts;
    private final WorksheetPage pages;
    private final Roster roster;

    MarkController(
            TrainingCatalog catalog,
            Workbook workbook,
            Marking marking,
            MarkDrafts drafts,
            WorksheetPage pages,
            Roster roster) {
        this.catalog = catalog;
        this.workbook = workbook;
        this.marking = marking;
        this.drafts = drafts;
        this.pages = pages;
        this.roster = roster;
    }

    /**
     * @param version the number of the last version, which is the one that is marked
     * @param handedIn its id
     * @param word what was said of it, or null while it waits
     * @param next where the next one that waits is, or null
     */
    public record SheetView(
            String name,
            int session,
            int number,
            String title,
            String doneWhen,
            int points,
            int version,
            long handedIn,
            String at,
            AnswersPage.AnswersView answers,
            WorksheetPage.@Nullable WordView word,
            List<WorksheetPage.VersionRow> earlier,
            String action,
            String list,
            @Nullable String next) {}

    /**
     * The form as it was sent, or as it begins.
     *
     * @param faultKey message key of what is wrong, or null
     */
    public record FormView(
            String comment, @Nullable String verdict, @Nullable String faultKey, int longest) {}

    /** What the form sends. */
    record Sent(
            @Nullable String verdict,
            @Nullable String comment,
            @Nullable Long handedIn) {
        String words() {
            return comment == null ? "" : comment.replace("\r\n", "\n").strip();
        }

        Optional<Verdict> said() {
            return java.util.Arrays.stream(Verdict.values())
                    .filter(one -> one.name().equals(verdict))
                    .findFirst();
        }
    }

    @GetMapping(ADDRESS)
    String sheet(
            @CurrentMember Member trainer, @PathVariable("member") long member, @PathVariable String id, Model model) {
        Marking.Sheet sheet = at(trainer, member, id);
        ActivityState state = workbook.state(sheet.author(), sheet.activity());
        MarkDrafts.Draft draft = drafts.of(trainer, last(state).id());
        model.addAttribute(
                "form", new FormView(draft.comment(), draft.verdict(), null, GivenMark.LONGEST_COMMENT));
        return show(trainer, sheet, model);
    }

    /** Autosave: 204 with the new version and the time. */
    @PostMapping(ADDRESS + "/draft")
    ResponseEntity<Void> draft(
            @CurrentMember Member trainer,
            @PathVariable("member") long member,
            @PathVariable String id,
            Sent sent) {
        Marking.Sheet sheet = at(trainer, member, id);
        ActivityState state = workbook.state(sheet.author(), sheet.activity());
        boolean known = workbook.handedIn(state).stream()
                .anyMatch(version -> Long.valueOf(version.id()).equals(sent.handedIn()));
        if (sent.handedIn() == null || !known) {
            throw notHere();
        }
        if (sent.words().length() > Entry.LONGEST_TEXT) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        MarkDrafts.Draft kept = drafts.keep(trainer, sent.handedIn(), sent.said().orElse(null), sent.words());
        return ResponseEntity.noContent()
                .header("Pc-Version", Integer.toString(kept.version()))
                .header("Pc-Saved", new Times(trainer).time(kept.at()))
                .build();
    }

    @PostMapping(ADDRESS)
    String mark(
            @CurrentMember Member trainer,
            @PathVariable("member") long member,
            @PathVariable String id,
            Sent sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Marking.Sheet sheet = at(trainer, member, id);
        String fault = fault(sent);
        boolean marked = fault == null
                && marking.mark(
                        trainer,
                        sheet,
                        sent.handedIn() == null ? 0 : sent.handedIn(),
                        sent.said().orElseThrow(),
                        sent.words());
        if (!marked) {
            String why = fault == null ? "training.marking.fault.newer" : fault;
            response.setStatus((fault == null ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
            model.addAttribute(
                    "form",
                    new FormView(
                            sent.comment() == null ? "" : sent.comment(), sent.verdict(), why, GivenMark.LONGEST_COMMENT));
            return show(trainer, sheet, model);
        }
        drafts.empty(trainer, sent.handedIn() == null ? 0 : sent.handedIn());
        flash.addFlashAttribute("notice", "training.marking.done." + sent.said().orElseThrow());
        return "redirect:" + path(trainer, sheet);
    }

    @PostMapping(ADDRESS + "/undo")
    String undo(
            @CurrentMember Member trainer,
            @PathVariable("member") long member,
            @PathVariable String id,
            @RequestParam long handedIn,
            RedirectAttributes flash) {
        Marking.Sheet sheet = at(trainer, member, id);
        boolean undone = marking.undo(trainer, sheet, handedIn);
        flash.addFlashAttribute("notice", undone ? "training.marking.undone" : "training.marking.not-undone");
        return "redirect:" + path(trainer, sheet);
    }

    private static @Nullable String fault(Sent sent) {
        Optional<Verdict> said = sent.said();
        if (said.isEmpty()) {
            return "training.marking.fault.choose";
        }
        if (sent.words().length() > GivenMark.LONGEST_COMMENT) {
            return "training.marking.fault.long";
        }
        return said.get() == Verdict.NOT_YET && sent.words().isEmpty() ? "training.marking.fault.comment" : null;
    }

    private String show(Member trainer, Marking.Sheet sheet, Model model) {
        ActivityState state = workbook.state(sheet.author(), sheet.activity());
        long handedIn = last(state).id();
        model.addAttribute("saved", saved(trainer, drafts.of(trainer, handedIn)));
        List<WorksheetPage.VersionRow> versions = pages.versions(
                trainer, sheet.activity().work().groups(), state, AnswersPage.Reader.TRAINER);
        WorksheetPage.VersionRow last = versions.getFirst();
        model.addAttribute(
                "sheet",
                new SheetView(
                        sheet.author().name(),
                        sheet.session().number(),
                        sheet.activity().number(),
                        sheet.activity().title(),
                        sheet.activity().doneWhen(),
                        sheet.activity().points(),
                        last.number(),
                        handedIn,
                        last.at(),
                        last.answers(),
                        state.verdict() == null ? null : last.word(),
                        versions.subList(1, versions.size()),
                        path(trainer, sheet),
                        trainer.path(MarkingController.LIST),
                        marking.next(sheet, state)
                                .map(one -> trainer.path(marking.path(one.author(), one.activityId())))
                                .orElse(null)));
        return "training/marking";
    }

    private static ActivityController.SavedView saved(Member trainer, MarkDrafts.Draft draft) {
        return new ActivityController.SavedView(
                draft.version(),
                "a",
                draft.isEmpty() ? null : new Times(trainer).time(draft.at()),
                null,
                false,
                ActivityController.localKeys(trainer) + "mark-" + draft.handedIn());
    }

    /** The last version that was handed in; without any there is nothing to see. */
    private HandIn last(ActivityState state) {
        return (state.versions() == 0 ? List.<HandIn>of() : workbook.handedIn(state))
                .stream().findFirst().orElseThrow(MarkController::notHere);
    }

    private String path(Member trainer, Marking.Sheet sheet) {
        return trainer.path(marking.path(sheet.author().id(), sheet.activity().id()));
    }

    /** A worksheet that trainers see, of a member of their course. */
    private Marking.Sheet at(Member trainer, long member, String id) {
        Member author = roster.member(trainer.course(), new MemberId(member)).orElseThrow(MarkController::notHere);
        return catalog.sessions().stream()
                .flatMap(session -> session.activity(id).stream()
                        .filter(ActivityContent::marked)
                        .map(activity -> new Marking.Sheet(author, session, activity)))
                .findFirst()
                .orElseThrow(MarkController::notHere);
    }

    private static ProblemPage.Thrown notHere() {
        return ProblemPage.of(HttpStatus.NOT_FOUND, "NOT-FOUND", "shared.problem.not-found")
                .thrown();
    }
}
