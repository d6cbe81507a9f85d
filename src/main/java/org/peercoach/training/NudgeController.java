package org.peercoach.training;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.Roster;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A trainer's message to the coaches that a filter shows, and the coach's way to put it away. */
@Controller
class NudgeController {

    private final CohortGrid grid;
    private final Nudges nudges;
    private final Roster roster;
    private final Clock clock;

    NudgeController(CohortGrid grid, Nudges nudges, Roster roster, Clock clock) {
        this.grid = grid;
        this.nudges = nudges;
        this.roster = roster;
        this.clock = clock;
    }

    /** One who gets it. */
    public record ToRow(long member, String name) {}

    /** @param fault message key of what is wrong with the text, or null */
    public record LetterView(String text, @Nullable String fault, int longest, int aDay, String back) {}

    @GetMapping("/c/{course}/training/cohort/nudge")
    @Allow(MemberRole.TRAINER)
    String write(
            @CurrentMember Member trainer,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Long to,
            Model model) {
        List<Member> found = CohortQuestion.of(show, q).of(grid.rows(trainer.course()), clock.instant()).stream()
                .map(CohortRow::coach)
                .filter(coach -> to == null || coach.id().value() == to)
                .toList();
        return page(trainer, found, "", null, model);
    }

    /** To exactly those whose names stood on the page. */
    @PostMapping("/c/{course}/training/cohort/nudge")
    @Allow(MemberRole.TRAINER)
    String send(
            @CurrentMember Member trainer,
            @RequestParam(required = false) @Nullable Set<Long> to,
            @RequestParam(defaultValue = "") String text,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Set<Long> wanted = to == null ? Set.of() : to;
        List<Member> coaches = roster.members(trainer.course()).stream()
                .filter(member -> member.role() == MemberRole.COACH)
                .filter(member -> wanted.contains(member.id().value()))
                .toList();
        String message = text.replace("\r\n", "\n").strip();
        String fault = fault(coaches, message);
        if (fault != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(trainer, coaches, text, fault, model);
        }
        List<Member> tooMany = nudges.send(trainer, coaches, message);
        if (!tooMany.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("tooMany", names(tooMany));
            return page(trainer, coaches, text, "training.nudge.too-many", model);
        }
        flash.addFlashAttribute("notice", "training.nudge.sent");
        return "redirect:" + trainer.path(CohortController.PAGE);
    }

    @PostMapping("/c/{course}/training/nudges/{nudge:[0-9]{1,18}}/dismiss")
    @Allow(MemberRole.COACH)
    String dismiss(
            @CurrentMember Member coach,
            @PathVariable long nudge,
            @RequestParam(required = false) @Nullable String on) {
        nudges.dismiss(coach, nudge);
        return "redirect:" + coach.path("training".equals(on) ? "/training" : "");
    }

    private static @Nullable String fault(List<Member> coaches, String message) {
        if (coaches.isEmpty()) {
            return "training.nudge.nobody";
        }
        if (message.isEmpty()) {
            return "training.nudge.empty";
        }
        return message.length() > Nudges.LONGEST ? "training.nudge.too-long" : null;
    }

    private static String names(List<Member> people) {
        return people.stream().map(Member::name).collect(Collectors.joining(", "));
    }

    private static String page(Member trainer, List<Member> to, String text, @Nullable String fault, Model model) {
        model.addAttribute("member", trainer);
        model.addAttribute(
                "to",
                to.stream()
                        .map(coach -> new ToRow(coach.id().value(), coach.name()))
                        .toList());
        model.addAttribute("names", names(to));
        model.addAttribute(
                "letter",
                new LetterView(text, fault, Nudges.LONGEST, Nudges.A_DAY, trainer.path(CohortController.PAGE)));
        return "training/nudge";
    }
}
