package org.peercoach.training;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.Roster;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.RequestLimits;
import org.peercoach.shared.Settings;
import org.peercoach.shared.time.Times;
import org.peercoach.training.schedule.CalendarFeeds;
import org.peercoach.training.schedule.Meeting;
import org.peercoach.training.schedule.Meetings;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Meetings in people's own calendars: as a file, or by a secret address that calendars ask again and again. */
@Controller
class CalendarController {

    private static final int ASKED_A_MINUTE = 60;
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Meetings meetings;
    private final CalendarFeeds feeds;
    private final CalendarEvents events;
    private final Roster roster;
    private final RequestLimits limits;
    private final Settings settings;
    private final Clock clock;

    CalendarController(
            Meetings meetings,
            CalendarFeeds feeds,
            CalendarEvents events,
            Roster roster,
            RequestLimits limits,
            Settings settings,
            Clock clock) {
        this.clock = clock;
        this.meetings = meetings;
        this.feeds = feeds;
        this.events = events;
        this.roster = roster;
        this.limits = limits;
        this.settings = settings;
    }

    /** @param madeOn when the address was made, or null if there is none */
    public record CalendarView(@Nullable String madeOn, String make, String revoke, String back) {}

    @GetMapping("/c/{course}/training/schedule/{meeting:[0-9]{1,18}}.ics")
    @Allow({MemberRole.COACH, MemberRole.TRAINER, MemberRole.LEADER})
    ResponseEntity<String> one(@CurrentMember Member member, @PathVariable long meeting, Locale locale) {
        Meeting found = meetings.one(member.course(), meeting).orElseThrow(ProblemPage::notHere);
        return file().header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("session-" + found.session() + ".ics")
                                .build()
                                .toString())
                .body(events.file(List.of(found), locale));
    }

    @GetMapping("/c/{course}/training/calendar")
    @Allow({MemberRole.COACH, MemberRole.TRAINER, MemberRole.LEADER})
    String calendar(@CurrentMember Member member, Model model) {
        Times times = Times.of(member.zone(), clock.instant());
        model.addAttribute(
                "calendar",
                new CalendarView(
                        feeds.madeAt(member).map(times::moment).orElse(null),
                        member.path("/training/calendar"),
                        member.path("/training/calendar/revoke"),
                        member.path("/training")));
        return "training/calendar";
    }

    @PostMapping("/c/{course}/training/calendar")
    @Allow({MemberRole.COACH, MemberRole.TRAINER, MemberRole.LEADER})
    String make(@CurrentMember Member member, RedirectAttributes flash) {
        flash.addFlashAttribute("address", settings.url("/public/calendar.ics?key=" + feeds.make(member)));
        return "redirect:" + member.path("/training/calendar");
    }

    @PostMapping("/c/{course}/training/calendar/revoke")
    @Allow({MemberRole.COACH, MemberRole.TRAINER, MemberRole.LEADER})
    String revoke(@CurrentMember Member member, RedirectAttributes flash) {
        feeds.revoke(member);
        flash.addFlashAttribute("notice", "training.calendar.revoked");
        return "redirect:" + member.path("/training/calendar");
    }

    /** The key stands in the query, which no log of ours writes. Who has left the course sees nothing more. */
    @GetMapping("/public/calendar.ics")
    ResponseEntity<String> feed(@RequestParam(defaultValue = "") String key, HttpServletRequest request) {
        limits.count("calendar", ASKED_A_MINUTE, request);
        Optional<CalendarFeeds.Holder> holder = feeds.open(key).filter(this::isHere);
        List<Meeting> found =
                meetings.of(holder.orElseThrow(ProblemPage::notHere).course());
        return file().body(events.file(found, Locale.US));
    }

    private boolean isHere(CalendarFeeds.Holder holder) {
        return roster.members(holder.course()).stream()
                .anyMatch(member -> member.id().equals(holder.member())
                        && member.role() != MemberRole.PARTICIPANT
                        && member.role() != MemberRole.OBSERVER);
    }

    private static ResponseEntity.BodyBuilder file() {
        return ResponseEntity.ok().contentType(CALENDAR).cacheControl(CacheControl.noStore());
    }
}
