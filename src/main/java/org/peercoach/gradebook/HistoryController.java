package org.peercoach.gradebook;

import java.util.List;
import java.util.Optional;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.MemberRole;
import org.peercoach.course.Roster;
import org.peercoach.shared.ProblemPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Every try to send a person's points of an activity: a trainer sees everybody's, a coach the own ones. */
@Controller
@Allow({MemberRole.TRAINER, MemberRole.COACH})
class HistoryController {

    private static final int PAGE = 30;

    private final GradedActivities activities;
    private final ScoreRows rows;
    private final Tries tries;
    private final Roster roster;
    private final DeliveryWords words;

    HistoryController(GradedActivities activities, ScoreRows rows, Tries tries, Roster roster, DeliveryWords words) {
        this.activities = activities;
        this.rows = rows;
        this.tries = tries;
        this.roster = roster;
        this.words = words;
    }

    /**
     * One try.
     *
     * @param when as the reader's clock shows it
     * @param told what became of it
     */
    public record TryRow(String when, DeliveryWords.StatusView told, int points, int maximum) {}

    @GetMapping("/c/{course}/gradebook/history")
    String history(
            @CurrentMember Member member,
            @RequestParam String activity,
            @RequestParam Optional<Long> person,
            @RequestParam Optional<Long> before,
            Model model) {
        Member of = person.map(id -> somebody(member, new MemberId(id))).orElse(member);
        GradedActivities.Graded graded =
                activities.find(member.course(), activity).orElseThrow(ProblemPage::notHere);
        DueScore.Key key = new DueScore.Key(of.id(), graded.key());
        List<Tries.Try> found = tries.page(member.course(), key, before.orElse(null), PAGE + 1);
        List<Tries.Try> shown = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("member", member);
        model.addAttribute("graded", graded);
        model.addAttribute("name", of.id().equals(member.id()) ? null : of.name());
        model.addAttribute("status", rows.status(member.course(), key).orElse(null));
        model.addAttribute("rows", shown.stream().map(one -> row(one, member)).toList());
        model.addAttribute("older", found.size() > PAGE ? older(of, member, graded, shown.getLast()) : null);
        return "gradebook/history";
    }

    /** Another person's history is the trainer's to see; for a coach there is nobody else. */
    private Member somebody(Member member, MemberId id) {
        boolean own = id.equals(member.id());
        if (!own && member.role() != MemberRole.TRAINER) {
            throw ProblemPage.notHere();
        }
        return own ? member : roster.member(member.course(), id).orElseThrow(ProblemPage::notHere);
    }

    private TryRow row(Tries.Try one, Member member) {
        return new TryRow(words.when(one.at(), member.zone()), words.tried(one), one.points(), one.maximum());
    }

    private static String older(Member of, Member member, GradedActivities.Graded graded, Tries.Try last) {
        return UriComponentsBuilder.fromPath(member.path("/gradebook/history"))
                .queryParam("activity", graded.key())
                .queryParam("person", of.id())
                .queryParam("before", last.id())
                .encode()
                .build()
                .toUriString();
    }
}
