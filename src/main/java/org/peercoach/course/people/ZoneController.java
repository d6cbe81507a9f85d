package org.peercoach.course.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.session.Visitor;
import org.peercoach.course.zone.KnownZones;
import org.peercoach.course.zone.Zones;
import org.peercoach.shared.time.Times;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** In which time zone a person sees dates and times, why, and the person's own choice (ruling 33). */
@Controller
@Allow({MemberRole.TRAINER, MemberRole.COACH, MemberRole.PARTICIPANT, MemberRole.LEADER, MemberRole.OBSERVER})
class ZoneController {

    static final String PAGE = "/zone";

    private static final String ADDRESS = "/c/{course}" + PAGE;

    private final PersonZones zones;
    private final Clock clock;

    ZoneController(PersonZones zones, Clock clock) {
        this.zones = zones;
        this.clock = clock;
    }

    /**
     * @param now what holds, in words
     * @param clock what time it is there
     * @param source why
     * @param usual what would hold without a choice, in words
     * @param usualSource why
     * @param marked what is marked in the list; empty for no choice
     * @param wrong whether what was sent is not in the list
     */
    public record ZoneView(
            String now, String clock, String source, String usual, String usualSource, String marked, boolean wrong) {}

    @GetMapping(ADDRESS)
    String show(@CurrentMember Member member, Model model, Locale locale) {
        return page(member, false, model, locale);
    }

    @PostMapping(ADDRESS)
    String choose(
            @CurrentMember Member member,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(required = false) @Nullable String undo,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (!zone.isEmpty() && !Zones.isListed(zone)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(member, true, model, locale);
        }
        String before = Objects.requireNonNullElse(zones.of(member).chosen(), "");
        zones.choose(member, zone.isEmpty() ? null : zone);
        if (undo != null) {
            flash.addFlashAttribute("notice", "course.zone.undone");
        } else if (before.equals(zone)) {
            flash.addFlashAttribute("notice", "course.zone.same");
        } else {
            flash.addFlashAttribute("notice", "course.zone.saved");
            flash.addFlashAttribute("before", before);
        }
        return "redirect:" + member.path(PAGE);
    }

    /** What the script of a page says by itself where nothing better is known; the next page shows it. */
    @PostMapping({ADDRESS + "/browser", "/d/{district}" + PAGE + "/browser"})
    ResponseEntity<Void> heard(@RequestParam(defaultValue = "") String zone, HttpServletRequest request) {
        if (Zones.place(zone).isEmpty()) {
            return ResponseEntity.unprocessableContent().build();
        }
        Visitor visitor = Visitor.of(request).orElseThrow();
        KnownZones known = visitor.zones();
        if (known != null && !zone.equals(known.browser())) {
            zones.heard(visitor.session().person(), zone);
        }
        return ResponseEntity.noContent().build();
    }

    private String page(Member member, boolean wrong, Model model, Locale locale) {
        KnownZones known = zones.of(member);
        KnownZones usual = known.unchosen();
        boolean chosen = known.source() == KnownZones.Source.CHOSEN;
        model.addAttribute("member", member);
        model.addAttribute("zones", Zones.list());
        model.addAttribute(
                "view",
                new ZoneView(
                        Zones.said(known.zone(), locale),
                        new Times(locale, known.zone(), null).time(clock.instant()),
                        known.source().name(),
                        Zones.said(usual.zone(), locale),
                        usual.source().name(),
                        chosen ? Zones.listed(known.zone()) : "",
                        wrong));
        return "course/zone";
    }
}
