package org.peercoach.training;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.training.schedule.CheckInTries;
import org.peercoach.training.schedule.Meeting;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A coach says to be at a meeting, by the code that the trainer shows there. */
@Controller
@Allow(MemberRole.COACH)
class CheckInController {

    private final LiveSessions live;
    private final CheckInTries tries;

    CheckInController(LiveSessions live, CheckInTries tries) {
        this.live = live;
        this.tries = tries;
    }

    /** @param fault message key of what is wrong, or null */
    public record CheckInView(String code, @Nullable String fault, long minutes) {}

    @GetMapping("/c/{course}/training/check-in")
    String show(@CurrentMember Member coach, Model model) {
        return page(coach, "", null, model);
    }

    @PostMapping("/c/{course}/training/check-in")
    String checkIn(
            @CurrentMember Member coach,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (!tries.take(coach.id())) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return page(coach, code, "training.check-in.too-many", model);
        }
        Optional<Meeting> meeting = live.open(coach, code);
        if (meeting.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(coach, code, "training.check-in.wrong", model);
        }
        live.checkIn(coach, meeting.get());
        flash.addFlashAttribute("notice", "training.check-in.done");
        return "redirect:" + coach.path("/training/sessions/" + meeting.get().session());
    }

    private static String page(Member coach, String code, @Nullable String fault, Model model) {
        String kept = code.length() > 20 ? code.substring(0, 20) : code;
        model.addAttribute("member", coach);
        model.addAttribute("checkIn", new CheckInView(kept, fault, LiveSessions.AROUND.toMinutes()));
        return "training/check-in";
    }
}
