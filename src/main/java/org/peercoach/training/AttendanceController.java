package org.peercoach.training;

import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.http.HttpStatus;
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

    /** A coach who was there or not, and who is ticked. */
    public record PersonRow(long member, String name, boolean present, boolean ticked, boolean byCode) {}

    /**
     * The list of one meeting.
     *
     * @param completes what being there completes, as "4. Introduce yourself"
     * @param early whether it was sent before it can be noted who was there
     * @param takes whether there is something to tick or to take back
     */
    public record ListView(
            Agenda.MeetingView meeting,
            String title,
            String code,
            List<String> completes,
            boolean early,
            boolean takes,
            String action,
            String back) {}

    @GetMapping(ADDRESS)
    String list(@CurrentMember Member trainer, @PathVariable long meeting, Model model) {
        return list(trainer, meeting(trainer, meeting), null, model);
    }

    /** @param refused who was ticked in a list that came too early, or null */
    private String list(Member trainer, Meeting found, @Nullable Set<Long> refused, Model model) {
        Map<MemberId, Boolean> present = attendance.present(found);
        Agenda.MeetingView meeting = agenda.view(found, trainer);
        model.addAttribute("member", trainer);
        model.addAttribute(
                "list",
                new ListView(
                        meeting,
                        catalogs.whole(trainer).shortTitle(found.session()),
                        found.code(),
                        live.live(trainer, found.session()).stream()
                                .map(activity -> activity.number() + ". " + activity.title())
                                .toList(),
                        refused != null,
                        refused != null || meeting.noted() || !present.isEmpty(),
                        path(trainer, found.id()),
                        trainer.path(ScheduleController.PAGE)));
        model.addAttribute(
                "people",
                live.coaches(trainer).stream()
                        .map(coach -> new PersonRow(
                                coach.id().value(),
                                coach.name(),
                                present.containsKey(coach.id()),
                                refused == null
                                        ? present.containsKey(coach.id())
                                        : refused.contains(coach.id().value()),
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
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Meeting found = meeting(trainer, meeting);
        Set<Long> ticked = present == null ? Set.of() : present;
        if (!live.attend(trainer, found, shown == null ? Set.of() : shown, ticked)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(trainer, found, ticked, model);
        }
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
