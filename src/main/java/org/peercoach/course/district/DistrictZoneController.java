package org.peercoach.course.district;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.session.Visitor;
import org.peercoach.course.zone.KnownZones;
import org.peercoach.course.zone.Zones;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The time zone of a district. */
@Controller
class DistrictZoneController {

    private static final String PAGE = "/zone";
    private static final String ADDRESS = "/d/{district}" + PAGE;

    private final DistrictZone zone;

    DistrictZoneController(DistrictZone zone) {
        this.zone = zone;
    }

    /**
     * @param now the district's, in words; null for none
     * @param people how many have none but this
     * @param yours in which the reader sees times, in words
     * @param source why
     * @param marked what is marked in the list; empty for none
     * @param wrong whether what was sent is not in the list
     */
    public record DistrictZoneView(
            @Nullable String now, int people, String yours, String source, String marked, boolean wrong) {}

    @GetMapping(ADDRESS)
    String show(@CurrentAdministrator Administrator who, HttpServletRequest request, Model model, Locale locale) {
        return page(who, false, request, model, locale);
    }

    @PostMapping(ADDRESS)
    String choose(
            @CurrentAdministrator Administrator who,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(required = false) @Nullable String undo,
            HttpServletRequest request,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (!zone.isEmpty() && !Zones.isListed(zone)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(who, true, request, model, locale);
        }
        String before = this.zone.choose(who, zone.isEmpty() ? null : zone).orElse("");
        if (undo != null) {
            flash.addFlashAttribute("notice", "course.zone.undone");
        } else if (before.equals(zone)) {
            flash.addFlashAttribute("notice", "course.zone.same");
        } else {
            flash.addFlashAttribute("notice", "course.zone.district.saved");
            flash.addFlashAttribute("before", before);
        }
        return "redirect:" + who.path(PAGE);
    }

    private String page(Administrator who, boolean wrong, HttpServletRequest request, Model model, Locale locale) {
        ZoneId now = zone.of(who.district()).flatMap(Zones::chosen).orElse(null);
        KnownZones own = Visitor.of(request).map(Visitor::zones).orElse(null);
        KnownZones reader = own == null ? KnownZones.ofDistrict(now == null ? null : now.getId()) : own;
        model.addAttribute("administrator", who);
        model.addAttribute("zones", Zones.list());
        model.addAttribute(
                "view",
                new DistrictZoneView(
                        now == null ? null : Zones.said(now, locale),
                        zone.people(who.district()),
                        Zones.said(reader.zone(), locale),
                        reader.source().name(),
                        now == null ? "" : Zones.listed(now),
                        wrong));
        return "course/district-zone";
    }
}
