package org.peercoach.training;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.MemberRole;
import org.peercoach.shared.ProblemPage;
import org.peercoach.training.schedule.Attendance;
import org.peercoach.training.schedule.Meeting;
import org.peercoach.training.schedule.Meetings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who was there as a cohort met. */
@Controller
@Allow(MemberRole.TRAINER)
class AttendanceController {

    private static final String ADDRESS = ScheduleController.ONE + "/attendance";

    private final Catalogs catalogs;
    private final Agenda agenda;
    private final Meetings meetings;
    private final Attendance attendance;
    private final LiveSessions live;

    AttendanceController(
            Catalogs catalogs, Agenda agenda, Meetings meetings, Attendance attendance, LiveSessions live) {
        this.catalogs = catalogs;
        this.agenda = agenda;
        this.meetings = meetings;
        this.attendance = attendance;
        this.live = live;
    }

    /** A coach who was there or not. */
    public record PersonRow(long member, String name, boolean present, boolean byCode) {}

    /**
     * The list of one meeting.
     *
     * @param completes what being there completes, as "4. Introduce yourself"
     */
    public record ListView(
            Agenda.MeetingView meeting,
            String title,
            String code,
            List<String> completes,
            String action,
            String back) {}

    @GetMapping(ADDRESS)
    String list(@CurrentMember Member trainer, @PathVariable long meeting, Model model) {
        Meeting found = meeting(trainer, meeting);
        Map<MemberId, Boolean> present = attendance.present(found);
        model.addAttribute("member", trainer);
        model.addAttribute(
                "list",
                new ListView(
                        agenda.view(found, trainer),
                        catalogs.whole(trainer).shortTitle(found.session()),
                        found.code(),
                        live.live(trainer, found.session()).stream()
                                .map(activity -> activity.number() + ". " + activity.title())
                                .toList(),
                        path(trainer, meeting),
                        trainer.path(ScheduleController.PAGE)));
        model.addAttribute(
                "people",
                live.coaches(trainer).stream()
                        .map(coach -> new PersonRow(
                                coach.id().value(),
                                coach.name(),
                                present.containsKey(coach.id()),
                                present.getOrDefault(coach.id(), false)))
                        .toList());
        return "training/attendance";
    }

    @PostMapping(ADDRESS)
    String attend(
            @CurrentMember Member trainer,
            @PathVariable long meeting,
            @RequestParam(required = false) @Nullable Set<Long> shown,
            @RequestParam(required = false) @Nullable Set<Long> present,
            RedirectAttributes flash) {
        live.attend(
                trainer,
                meeting(trainer, meeting),
                shown == null ? Set.of() : shown,
                present == null ? Set.of() : present);
        flash.addFlashAttribute("notice", "training.attendance.kept");
        return "redirect:" + path(trainer, meeting);
    }

    private Meeting meeting(Member trainer, long id) {
        return meetings.one(trainer.course(), id).orElseThrow(ProblemPage::notHere);
    }

    static String path(Member trainer, long meeting) {
        return trainer.path(ScheduleController.PAGE + "/" + meeting + "/attendance");
    }
}
