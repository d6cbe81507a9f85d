package org.peercoach.home;

import java.util.List;
import java.util.Optional;
import org.peercoach.course.Activity;
import org.peercoach.course.ActivityProvider;
import org.peercoach.course.Allow;
import org.peercoach.course.CareProvider;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.NextStepProvider;
import org.peercoach.course.Roster;
import org.peercoach.course.notes.NoteProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of a course: the one next step, and what this person finds here. */
@Controller
class HomeController {

    private static final String SCORES = "https://purl.imsglobal.org/spec/lti-ags/scope/score";

    private final List<ActivityProvider> activities;
    private final List<NextStepProvider> nextSteps;
    private final List<CareProvider> care;
    private final List<NoteProvider> notes;
    private final Roster roster;

    HomeController(
            List<ActivityProvider> activities,
            List<NextStepProvider> nextSteps,
            List<CareProvider> care,
            List<NoteProvider> notes,
            Roster roster) {
        this.notes = notes;
        this.activities = activities;
        this.nextSteps = nextSteps;
        this.care = care;
        this.roster = roster;
    }

    /** A room that this person can open. */
    public record RoomRow(String title, String path) {}

    @GetMapping("/c/{course}")
    @Allow({MemberRole.TRAINER, MemberRole.COACH, MemberRole.PARTICIPANT, MemberRole.LEADER, MemberRole.OBSERVER})
    String today(@CurrentMember Member member, Model model) {
        model.addAttribute("member", member);
        nextSteps.stream()
                .map(provider -> provider.nextStep(member))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(next -> model.addAttribute("next", next));
        model.addAttribute(
                "notes",
                notes.stream()
                        .flatMap(provider -> provider.notes(member).stream())
                        .toList());
        model.addAttribute("rooms", rooms(member));
        model.addAttribute("care", care(member));
        model.addAttribute("pointsStay", member.role() == MemberRole.TRAINER && pointsStay(member));
        return "home/today";
    }

    private List<CareProvider.CareLink> care(Member member) {
        return member.role() != MemberRole.TRAINER
                ? List.of()
                : care.stream()
                        .flatMap(provider -> provider.care(member).stream())
                        .toList();
    }

    private List<RoomRow> rooms(Member member) {
        return offers(member)
                .filter(Activity::inMenu)
                .map(activity -> new RoomRow(activity.title(), member.path(activity.path())))
                .toList();
    }

    /** Whether something is graded here and the LMS takes no points from us (LTI-A23). */
    private boolean pointsStay(Member member) {
        return !roster.gradebookScopes(member.course()).contains(SCORES)
                && offers(member).anyMatch(activity -> activity.scoreMaximum() != null);
    }

    private java.util.stream.Stream<Activity> offers(Member member) {
        return activities.stream().flatMap(provider -> provider.activities(member.role()).stream());
    }
}
