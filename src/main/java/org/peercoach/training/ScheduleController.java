package org.peercoach.training;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.zone.ZoneGroup;
import org.peercoach.course.zone.Zones;
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

/** When a cohort meets. */
@Controller
@Allow(MemberRole.TRAINER)
class ScheduleController {

    static final String PAGE = "/training/cohort/schedule";
    private static final String ADDRESS = "/c/{course}/training/cohort/schedule";
    static final String ONE = ADDRESS + "/{meeting:[0-9]{1,18}}";

    private final Catalogs catalogs;
    private final Agenda agenda;
    private final Meetings meetings;
    private final Attendance attendance;
    private final LiveSessions live;

    ScheduleController(Catalogs catalogs, Agenda agenda, Meetings meetings, Attendance attendance, LiveSessions live) {
        this.catalogs = catalogs;
        this.agenda = agenda;
        this.meetings = meetings;
        this.attendance = attendance;
        this.live = live;
    }

    /** One meeting in the list. @param leftOut whether the cohort leaves out its session */
    public record MeetingRow(
            Agenda.MeetingView meeting,
            String title,
            boolean leftOut,
            int present,
            String changePath,
            String attendancePath) {}

    /** A session to choose. */
    public record SessionChoice(String number, String title, boolean chosen) {}

    /** @param changePath of the meeting that is changed, or null for a new one */
    public record FormView(
            String action,
            @Nullable String changePath,
            boolean canceled,
            List<SessionChoice> sessions,
            List<ZoneGroup> zones,
            String back) {}

    @GetMapping(ADDRESS)
    String schedule(@CurrentMember Member trainer, Model model) {
        Map<Long, Integer> present = attendance.counts(trainer.course());
        model.addAttribute("member", trainer);
        model.addAttribute(
                "rows",
                agenda.all(trainer).stream()
                        .map(one -> row(trainer, one, present.getOrDefault(one.id(), 0)))
                        .toList());
        return "training/schedule";
    }

    private MeetingRow row(Member trainer, Agenda.MeetingView one, int present) {
        boolean leftOut = catalogs.of(trainer).title(one.session()).isEmpty();
        return new MeetingRow(
                one,
                catalogs.whole(trainer).shortTitle(one.session()),
                leftOut,
                present,
                trainer.path(PAGE + "/" + one.id()),
                AttendanceController.path(trainer, one.id()));
    }

    @GetMapping(ADDRESS + "/new")
    String empty(@CurrentMember Member trainer, @RequestParam(defaultValue = "1") int session, Model model) {
        return form(trainer, MeetingForm.empty(usual(trainer), session), null, model);
    }

    /** The trainer's own zone; where nobody knows it, that of the cohort's last meeting. */
    private ZoneId usual(Member trainer) {
        if (!trainer.zone().equals(ZoneOffset.UTC)) {
            return trainer.zone();
        }
        List<Meeting> all = meetings.of(trainer.course());
        return all.isEmpty() ? trainer.zone() : all.getLast().zone();
    }

    @PostMapping(ADDRESS + "/new")
    String add(
            @CurrentMember Member trainer,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return switch (MeetingForm.of(sent).read(numbers(trainer, null))) {
            case MeetingForm.Reading.Wrong wrong -> refused(trainer, wrong.form(), null, model, response);
            case MeetingForm.Reading.Good good -> {
                live.add(trainer, good.meeting());
                yield done(trainer, flash, "training.schedule.added");
            }
        };
    }

    @GetMapping(ONE)
    String show(@CurrentMember Member trainer, @PathVariable long meeting, Model model) {
        Meeting found = meeting(trainer, meeting);
        return form(trainer, MeetingForm.of(found), found, model);
    }

    @PostMapping(ONE)
    String change(
            @CurrentMember Member trainer,
            @PathVariable long meeting,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Meeting found = meeting(trainer, meeting);
        return switch (MeetingForm.of(sent).read(numbers(trainer, found))) {
            case MeetingForm.Reading.Wrong wrong -> refused(trainer, wrong.form(), found, model, response);
            case MeetingForm.Reading.Good good -> {
                live.change(trainer, found, good.meeting());
                yield done(trainer, flash, "training.schedule.changed");
            }
        };
    }

    @PostMapping(ONE + "/cancel")
    String cancel(@CurrentMember Member trainer, @PathVariable long meeting, RedirectAttributes flash) {
        live.cancel(trainer, meeting(trainer, meeting), true);
        return done(trainer, flash, "training.schedule.canceled");
    }

    @PostMapping(ONE + "/restore")
    String restore(@CurrentMember Member trainer, @PathVariable long meeting, RedirectAttributes flash) {
        live.cancel(trainer, meeting(trainer, meeting), false);
        return done(trainer, flash, "training.schedule.restored");
    }

    private static String done(Member trainer, RedirectAttributes flash, String notice) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:" + trainer.path(PAGE);
    }

    private String refused(
            Member trainer, MeetingForm form, @Nullable Meeting of, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(trainer, form, of, model);
    }

    private String form(Member trainer, MeetingForm form, @Nullable Meeting of, Model model) {
        String path = trainer.path(PAGE + (of == null ? "/new" : "/" + of.id()));
        model.addAttribute("member", trainer);
        model.addAttribute("form", form);
        model.addAttribute(
                "page",
                new FormView(
                        path,
                        of == null ? null : path,
                        of != null && of.canceled(),
                        titles(trainer, of).stream()
                                .map(title -> new SessionChoice(
                                        Integer.toString(title.number()),
                                        title.shortTitle(),
                                        form.session().equals(Integer.toString(title.number()))))
                                .toList(),
                        Zones.list(),
                        trainer.path(PAGE)));
        return "training/meeting";
    }

    private List<Integer> numbers(Member trainer, @Nullable Meeting of) {
        return titles(trainer, of).stream().map(SessionTitle::number).toList();
    }

    /** What a meeting can be of: the sessions that the cohort has, and the one that this meeting is of already. */
    private List<SessionTitle> titles(Member trainer, @Nullable Meeting of) {
        TrainingCatalog kept = catalogs.of(trainer);
        return catalogs.whole(trainer).titles().stream()
                .filter(title -> kept.title(title.number()).isPresent() || of != null && of.session() == title.number())
                .toList();
    }

    private Meeting meeting(Member trainer, long id) {
        return meetings.one(trainer.course(), id).orElseThrow(ProblemPage::notHere);
    }
}
