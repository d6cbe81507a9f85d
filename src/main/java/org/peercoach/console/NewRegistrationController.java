package org.peercoach.console;

import java.util.Arrays;
import java.util.List;
import org.peercoach.lti.administration.NewRegistration;
import org.peercoach.lti.administration.Preset;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A registration by hand, helped by what is known of each LMS (LTI-R14). */
@Controller
class NewRegistrationController {

    private static final String PAGE = "/operator/registrations/new";

    private final RegistrationActs acts;

    NewRegistrationController(RegistrationActs acts) {
        this.acts = acts;
    }

    /** A choice of LMS. */
    public record Choice(String preset, String titleKey, boolean needsSite, boolean current) {}

    @GetMapping(PAGE)
    ModelAndView ask(
            @RequestParam(defaultValue = "OTHER") String preset, @RequestParam(defaultValue = "") String site) {
        Preset chosen = preset(preset);
        return page(chosen, site, chosen.fill(site.strip()), new RegistrationForm.Faults(java.util.Map.of()));
    }

    @PostMapping("/operator/registrations")
    ModelAndView add(
            @RequestParam(defaultValue = "OTHER") String preset,
            @RequestParam(defaultValue = "") String site,
            RegistrationForm form,
            RedirectAttributes flash) {
        RegistrationActs.Added added = acts.add(form.typed());
        if (added.id() == null) {
            ModelAndView page = page(preset(preset), site, form.typed(), added.faults());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        flash.addFlashAttribute("notice", "console.notice.added");
        return new ModelAndView("redirect:/operator/registrations/" + added.id());
    }

    private static ModelAndView page(
            Preset preset, String site, NewRegistration typed, RegistrationForm.Faults faults) {
        ModelAndView page = new ModelAndView("console/registration-new");
        page.addObject("choices", choices(preset));
        page.addObject("preset", preset.name());
        page.addObject("needsSite", preset.needsSite());
        page.addObject("site", site);
        page.addObject("typed", typed);
        page.addObject("faults", faults.byField());
        return page;
    }

    private static List<Choice> choices(Preset current) {
        return Arrays.stream(Preset.values())
                .map(preset ->
                        new Choice(preset.name(), "console.preset." + preset, preset.needsSite(), preset == current))
                .toList();
    }

    private static Preset preset(String name) {
        return Arrays.stream(Preset.values())
                .filter(preset -> preset.name().equals(name))
                .findFirst()
                .orElse(Preset.OTHER);
    }
}
