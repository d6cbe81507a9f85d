package org.peercoach.training;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A trainer's word on one handed-in worksheet: "meets", or "not yet" with a comment; saved while it is typed. */
@Controller
@Allow(MemberRole.TRAINER)
class MarkController {

    private static final String ADDRESS = "/c/{course}" + MarkingController.LIST + "/{member:[0-9]{1,18}}/{id}";

    private final Marking marking;
    private final MarkDrafts drafts;
    private final MarkPage page;

    MarkController(Marking marking, MarkDrafts drafts, MarkPage page) {
        this.marking = marking;
        this.drafts = drafts;
        this.page = page;
    }

    /**
     * What the form sends.
     *
     * @param handedIn the version that it is about
     */
    record Sent(
            @Nullable String verdict,
            @Nullable String comment,
            @Nullable Long handedIn) {

        String words() {
            return comment == null ? "" : comment.replace("\r\n", "\n");
        }

        Optional<Verdict> said() {
            return Arrays.stream(Verdict.values())
                    .filter(one -> one.name().equals(verdict))
                    .findFirst();
        }

        long version() {
            return handedIn == null ? 0 : handedIn;
        }
    }

    @GetMapping(ADDRESS)
    String sheet(
            @CurrentMember Member trainer, @PathVariable("member") long member, @PathVariable String id, Model model) {
        return page.show(trainer, page.at(trainer, member, id), null, model);
    }

    /** Autosave: 204 with the new version and the time. */
    @PostMapping(ADDRESS + "/draft")
    ResponseEntity<Void> draft(
            @CurrentMember Member trainer, @PathVariable("member") long member, @PathVariable String id, Sent sent) {
        Marking.Sheet sheet = page.at(trainer, member, id);
        if (page.versions(sheet).stream().noneMatch(version -> version.id() == sent.version())) {
            throw ProblemPage.notHere();
        }
        if (sent.words().length() > Entry.LONGEST_TEXT) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        MarkDrafts.Draft kept = drafts.keep(trainer, sent.version(), sent.said().orElse(null), sent.words());
        return ResponseEntity.noContent()
                .header("Pc-Version", Integer.toString(kept.version()))
                .header("Pc-Saved", Times.withYear(trainer.zone()).clock(kept.at()))
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
        Marking.Sheet sheet = page.handedIn(trainer, member, id);
        Optional<Verdict> said = sent.said();
        String fault = fault(sent, page.off(sheet));
        if (fault != null || said.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page.show(trainer, sheet, MarkPage.FormView.of(sent.words(), sent.verdict(), fault), model);
        }
        if (!marking.mark(trainer, sheet, sent.version(), said.get(), sent.words())) {
            response.setStatus(HttpStatus.CONFLICT.value());
            String newer = "training.marking.fault.newer";
            return page.show(trainer, sheet, MarkPage.FormView.of(sent.words(), sent.verdict(), newer), model);
        }
        drafts.empty(trainer, sent.version());
        flash.addFlashAttribute("notice", "training.marking.done." + said.get());
        return "redirect:" + page.path(trainer, sheet);
    }

    @PostMapping(ADDRESS + "/undo")
    String undo(
            @CurrentMember Member trainer,
            @PathVariable("member") long member,
            @PathVariable String id,
            @RequestParam long handedIn,
            RedirectAttributes flash) {
        Marking.Sheet sheet = page.handedIn(trainer, member, id);
        boolean undone = marking.undo(trainer, sheet, handedIn);
        flash.addFlashAttribute("notice", undone ? "training.marking.undone" : "training.marking.not-undone");
        return "redirect:" + page.path(trainer, sheet);
    }

    private static @Nullable String fault(Sent sent, boolean off) {
        Optional<Verdict> said = sent.said();
        if (said.isEmpty()) {
            return "training.marking.fault.choose";
        }
        if (sent.words().strip().length() > GivenMark.LONGEST_COMMENT) {
            return "training.marking.fault.long";
        }
        if (said.get() == Verdict.NOT_YET && off) {
            return "training.marking.fault.off";
        }
        return said.get() == Verdict.NOT_YET && sent.words().isBlank() ? "training.marking.fault.comment" : null;
    }
}
