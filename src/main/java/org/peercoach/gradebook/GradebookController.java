package org.peercoach.gradebook;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.MemberRole;
import org.peercoach.shared.ProblemPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Where points are: a trainer sees everybody's and may send again, a coach sees only the own ones. */
@Controller
@Allow({MemberRole.TRAINER, MemberRole.COACH})
class GradebookController {

    private final GradebookOverview overview;
    private final ScoreSheets sheets;
    private final TrainerActs acts;
    private final OldColumns oldColumns;

    GradebookController(GradebookOverview overview, ScoreSheets sheets, TrainerActs acts, OldColumns oldColumns) {
        this.overview = overview;
        this.sheets = sheets;
        this.acts = acts;
        this.oldColumns = oldColumns;
    }

    /**
     * One line of the list.
     *
     * @param title the person's name for a trainer, the activity for a coach
     * @param points of {@code maximum}, or null when there are none yet
     * @param member whose points these are
     * @param offer what a trainer can do about them: {@code again}, {@code difference}, or nothing
     * @param history where their history is, or null when nothing was recorded yet
     */
    public record ScoreRow(
            String title,
            @Nullable Integer points,
            int maximum,
            @Nullable DeliveryStatus status,
            long member,
            String offer,
            @Nullable String history) {}

    /**
     * When the column was read back.
     *
     * @param text in words
     * @param possible whether it can be read at all
     */
    public record ReadingView(String text, boolean possible) {}

    /** An activity that the page can show. */
    public record Choice(String key, String title, boolean current) {}

    /** A chip that leads to the points of one state or one reason. */
    public record Chip(String title, int count, String path, boolean current) {}

    /** Why the points of an activity stay here, and whether the trainer may change it with one button. */
    public record PlaceView(String reasonKey, boolean canSend) {}

    @GetMapping("/c/{course}/gradebook")
    String points(
            @CurrentMember Member member,
            @RequestParam Optional<String> activity,
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> reason,
            @RequestParam Optional<Long> after,
            @RequestParam Optional<Long> before,
            Model model) {
        model.addAttribute("member", member);
        if (member.role() != MemberRole.TRAINER) {
            model.addAttribute("rows", overview.own(member));
            return "gradebook/mine";
        }
        List<GradedActivities.Graded> all = overview.activities(member);
        if (all.isEmpty()) {
            return "gradebook/none";
        }
        GradedActivities.Graded graded =
                activity.map(key -> graded(member, key)).orElse(all.getFirst());
        ScoreSheets.Wish wish =
                new ScoreSheets.Wish(state.orElse(""), reason.orElse(""), after.orElse(0L), before.orElse(0L));
        ScoreSheets.Sheet sheet = sheets.sheet(member, graded, wish);
        model.addAttribute("graded", graded);
        model.addAttribute("activities", overview.choices(member, graded));
        model.addAttribute("states", sheet.chips());
        model.addAttribute("reasons", sheet.reasons());
        model.addAttribute("rows", sheet.rows());
        model.addAttribute("earlier", sheet.earlier());
        model.addAttribute("later", sheet.later());
        model.addAttribute("different", sheet.different());
        model.addAttribute("reading", overview.reading(member, graded));
        model.addAttribute("failed", sheet.failed());
        model.addAttribute("place", overview.place(member.course(), graded.key()));
        model.addAttribute("replaced", oldColumns.replaced(member.course(), graded.key()));
        return "gradebook/gradebook";
    }

    @PostMapping("/c/{course}/gradebook/send-again")
    @Allow(MemberRole.TRAINER)
    String sendAgain(
            @CurrentMember Member member,
            @RequestParam String activity,
            @RequestParam Optional<Long> person,
            RedirectAttributes flash) {
        String key = graded(member, activity).key();
        if (person.isPresent()) {
            acts.sendAgain(member, key, new MemberId(person.get()));
        } else {
            acts.sendAgain(member, key);
        }
        return back(member, key, flash, "gradebook.notice.again");
    }

    @PostMapping("/c/{course}/gradebook/send")
    @Allow(MemberRole.TRAINER)
    String send(@CurrentMember Member member, @RequestParam String activity, RedirectAttributes flash) {
        String key = graded(member, activity).key();
        acts.sendToGradebook(member, key);
        return back(member, key, flash, "gradebook.notice.send");
    }

    @PostMapping("/c/{course}/gradebook/old-column")
    @Allow(MemberRole.TRAINER)
    String oldColumn(
            @CurrentMember Member member,
            @RequestParam String activity,
            @RequestParam(defaultValue = "false") boolean remove,
            RedirectAttributes flash) {
        String key = graded(member, activity).key();
        boolean done = acts.settleOldColumn(member, key, remove);
        return back(
                member,
                key,
                flash,
                !done ? "gradebook.notice.not-removed" : "gradebook.notice." + (remove ? "removed" : "kept"));
    }

    @PostMapping("/c/{course}/gradebook/send-ours")
    @Allow(MemberRole.TRAINER)
    String sendOurs(
            @CurrentMember Member member,
            @RequestParam String activity,
            @RequestParam long person,
            RedirectAttributes flash) {
        String key = graded(member, activity).key();
        boolean done = acts.sendOurs(member, key, new MemberId(person));
        return back(member, key, flash, done ? "gradebook.notice.ours" : "gradebook.notice.nothing");
    }

    @PostMapping("/c/{course}/gradebook/leave")
    @Allow(MemberRole.TRAINER)
    String leave(
            @CurrentMember Member member,
            @RequestParam String activity,
            @RequestParam long person,
            RedirectAttributes flash) {
        String key = graded(member, activity).key();
        boolean done = acts.leave(member, key, new MemberId(person));
        return back(member, key, flash, done ? "gradebook.notice.left" : "gradebook.notice.nothing");
    }

    @PostMapping("/c/{course}/gradebook/compare")
    @Allow(MemberRole.TRAINER)
    String compare(@CurrentMember Member member, @RequestParam String activity, RedirectAttributes flash) {
        String key = graded(member, activity).key();
        acts.compare(member, key);
        return back(member, key, flash, "gradebook.notice.compare");
    }

    private GradedActivities.Graded graded(Member member, String key) {
        return overview.activities(member).stream()
                .filter(graded -> graded.key().equals(key))
                .findFirst()
                .orElseThrow(ProblemPage::notHere);
    }

    /** Back to the points of the activity, saying what was done. */
    private static String back(Member member, String activity, RedirectAttributes flash, String notice) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:"
                + UriComponentsBuilder.fromPath(member.path("/gradebook"))
                        .queryParam("activity", activity)
                        .encode()
                        .build()
                        .toUriString();
    }
}
