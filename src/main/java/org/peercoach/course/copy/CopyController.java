package org.peercoach.course.copy;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.launch.Purposes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Take settings from X (not people)?": asked once, answered by yes or no. */
@Controller
@Allow(MemberRole.TRAINER)
class CopyController {

    private final Copies copies;
    private final Purposes purposes;

    CopyController(Copies copies, Purposes purposes) {
        this.copies = copies;
        this.purposes = purposes;
    }

    @GetMapping("/c/{course}/copy")
    String ask(@CurrentMember Member member, Model model) {
        List<Copies.OriginRow> origins = copies.origins(member.course());
        Optional<Copies.AnswerView> answer = copies.answer(member.course());
        model.addAttribute("member", member);
        model.addAttribute("origins", origins);
        model.addAttribute("answer", answer.orElse(null));
        return "course/copy";
    }

    @PostMapping("/c/{course}/copy")
    String answer(
            @CurrentMember Member member,
            @RequestParam(defaultValue = "") String take,
            @RequestParam Optional<Long> origin,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        if (take.equals("no")) {
            flash.addFlashAttribute("notice", copies.decline(member) ? "course.copy.declined" : "course.copy.answered");
            return "redirect:" + after(member);
        }
        if (origin.isEmpty()) {
            model.addAttribute("missing", true);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return ask(member, model);
        }
        boolean taken = copies.take(member, origin.get());
        flash.addFlashAttribute("notice", taken ? "course.copy.taken" : "course.copy.answered");
        return "redirect:" + member.path("/copy");
    }

    @PostMapping("/c/{course}/copy/undo")
    String undo(@CurrentMember Member member, RedirectAttributes flash) {
        String notice = switch (copies.undo(member)) {
            case DONE -> "course.copy.undone";
            case TOO_LATE -> "course.copy.not-undone";
            case RULES_STAY -> "course.copy.rules-stay";
        };
        flash.addFlashAttribute("notice", notice);
        return "redirect:" + member.path("/copy");
    }

    /** Without an origin's settings the other question is still to be answered. */
    private String after(Member member) {
        return member.path(purposes.of(member.course()).isPresent() ? "/copy" : "/purpose");
    }
}
