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
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One coach, as their trainers see them: every activity with its state, what they may read, and their own word on it. */
@Controller
@Allow(MemberRole.TRAINER)
class PersonController {

    private static final String PEOPLE = CohortController.PAGE + "/people/";
    private static final String ADDRESS = "/c/{course}/training/cohort/people/{member:[0-9]{1,18}}";
    private static final String ACTIVITY = ADDRESS + "/{id:S[0-9]{1,2}\\.[0-9]{1,2}}";

    private final Catalogs catalogs;
    private final Standings standings;
    private final Decisions decisions;
    private final PersonPage page;
    private final Roster roster;

    PersonController(Catalogs catalogs, Standings standings, Decisions decisions, PersonPage page, Roster roster) {
        this.catalogs = catalogs;
        this.standings = standings;
        this.decisions = decisions;
        this.page = page;
        this.roster = roster;
    }

    /** The page of a coach. */
    static String path(Member trainer, Member coach) {
        return trainer.path(PEOPLE + coach.id());
    }

    /** The page of one of their activities. */
    static String path(Member trainer, Member coach, String activityId) {
        return path(trainer, coach) + "/" + activityId;
    }

    /**
     * @param fault message key of what is wrong with the reason, or null
     * @param complete what was chosen, "yes", "no" or nothing
     */
    public record DecideView(
            String action,
            String reason,
            @Nullable String complete,
            @Nullable String fault,
            int longest) {}

    @GetMapping(ADDRESS)
    String person(@CurrentMember Member trainer, @PathVariable("member") long id, Model model) {
        Member coach = coach(trainer, id);
        page.person(trainer, coach, standings.of(coach), model);
        return "training/person";
    }

    @GetMapping(ACTIVITY)
    String activity(
            @CurrentMember Member trainer, @PathVariable("member") long member, @PathVariable String id, Model model) {
        Decisions.Of of = of(trainer, member, id);
        return activity(
                trainer, of, new DecideView(action(trainer, of), "", null, null, Decision.LONGEST_REASON), model);
    }

    @PostMapping(ACTIVITY)
    String decide(
            @CurrentMember Member trainer,
            @PathVariable("member") long member,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String complete,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Decisions.Of of = counting(trainer, member, id, reason);
        String why = reason.replace("\r\n", "\n").strip();
        String fault = fault(complete, why);
        if (fault != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            DecideView kept = new DecideView(action(trainer, of), reason, complete, fault, Decision.LONGEST_REASON);
            return activity(trainer, of, kept, model);
        }
        if (!decisions.decide(trainer, of, complete.equals("yes"), why)) {
            throw refused(trainer, of, "ACTIVITY-LEFT-OUT", "training.problem.activity-left-out", reason);
        }
        flash.addFlashAttribute("notice", "training.decide.done");
        return "redirect:" + action(trainer, of);
    }

    @PostMapping(ACTIVITY + "/undo")
    String takeBack(
            @CurrentMember Member trainer,
            @PathVariable("member") long member,
            @PathVariable String id,
            RedirectAttributes flash) {
        Decisions.Of of = counting(trainer, member, id, "");
        decisions.takeBack(trainer, of);
        flash.addFlashAttribute("notice", "training.decide.undone");
        return "redirect:" + action(trainer, of);
    }

    private String activity(Member trainer, Decisions.Of of, DecideView decide, Model model) {
        page.activity(trainer, of, model);
        model.addAttribute("decide", decide);
        return "training/person-activity";
    }

    private static @Nullable String fault(String complete, String reason) {
        if (!List.of("yes", "no").contains(complete)) {
            return "training.decide.choose";
        }
        if (reason.isEmpty()) {
            return "training.decide.no-reason";
        }
        return reason.length() > Decision.LONGEST_REASON ? "training.decide.too-long" : null;
    }

    private static String action(Member trainer, Decisions.Of of) {
        return path(trainer, of.author(), of.activity().id());
    }

    /** The activity of an address, if anything can be decided of it: in a session that is left out points stay as they are. */
    private Decisions.Of counting(Member trainer, long member, String id, String typed) {
        Decisions.Of of = of(trainer, member, id);
        if (standings.off(of.author(), of.session())) {
            throw refused(trainer, of, "SESSION-LEFT-OUT", "training.problem.session-left-out", typed);
        }
        return of;
    }

    private static ProblemPage.Thrown refused(Member trainer, Decisions.Of of, String code, String key, String typed) {
        return ProblemPage.of(HttpStatus.CONFLICT, code, key)
                .withArgs(of.session().number())
                .withKeptText(typed.isBlank() ? null : typed)
                .withWayOut(action(trainer, of))
                .thrown();
    }

    private Decisions.Of of(Member trainer, long member, String id) {
        Member coach = coach(trainer, member);
        return catalogs.whole(trainer).sessions().stream()
                .flatMap(session ->
                        session.activity(id).map(activity -> new Decisions.Of(coach, session, activity)).stream())
                .findFirst()
                .orElseThrow(ProblemPage::notHere);
    }

    private Member coach(Member trainer, long id) {
        Optional<Member> member = roster.member(trainer.course(), new MemberId(id));
        return member.filter(one -> one.role() == MemberRole.COACH).orElseThrow(ProblemPage::notHere);
    }
}
