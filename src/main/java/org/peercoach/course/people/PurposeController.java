package org.peercoach.course.people;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.launch.Purpose;
import org.peercoach.course.launch.Purposes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The one question that a course's first trainer answers (ruling 8); trainers may answer it anew. */
@Controller
@Allow(MemberRole.TRAINER)
class PurposeController {

    private final Purposes purposes;

    PurposeController(Purposes purposes) {
        this.purposes = purposes;
    }

    @GetMapping("/c/{course}/purpose")
    String ask(@CurrentMember Member member, Model model) {
        return question(member, purposes.of(member.course()).orElse(null), model);
    }

    @PostMapping("/c/{course}/purpose")
    String decide(
            @CurrentMember Member member,
            @RequestParam Optional<Purpose> purpose,
            Model model,
            RedirectAttributes flash) {
        if (purpose.isEmpty()) {
            model.addAttribute("missing", true);
            return question(member, purposes.of(member.course()).orElse(null), model);
        }
        purposes.decide(member.course(), purpose.get());
        flash.addFlashAttribute("notice", "course.purpose.saved." + purpose.get());
        return "redirect:" + member.path("");
    }

    private static String question(Member member, @Nullable Purpose chosen, Model model) {
        model.addAttribute("member", member);
        model.addAttribute("chosen", chosen == null ? "" : chosen.name());
        model.addAttribute("purposes", Purpose.values());
        return "course/purpose";
    }
}
