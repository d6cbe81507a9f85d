package org.peercoach.console;

import org.peercoach.course.district.Administrator;
import org.peercoach.course.district.CurrentAdministrator;
import org.peercoach.shared.time.Times;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the tool is, for those who look after a district. */
@Controller
class HealthController {

    private final HealthLights lights;

    HealthController(HealthLights lights) {
        this.lights = lights;
    }

    @GetMapping("/d/{district}/health")
    String show(@CurrentAdministrator Administrator administrator, Model model) {
        Times times = Times.withYear(administrator.zone());
        model.addAttribute("administrator", administrator);
        model.addAttribute("lights", lights.of(Caller.of(administrator), times));
        model.addAttribute("zone", times.zoneName());
        return "console/health";
    }
}
