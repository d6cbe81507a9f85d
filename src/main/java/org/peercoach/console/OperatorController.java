package org.peercoach.console;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.district.DistrictFigures;
import org.peercoach.course.district.DistrictFigures.KnownDistrict;
import org.peercoach.gradebook.QueueFigures;
import org.peercoach.lti.administration.DeploymentDesk;
import org.peercoach.lti.administration.RegistrationDesk;
import org.peercoach.shared.time.Times;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The operator's first page: what waits, how the tool is, and all districts. */
@Controller
class OperatorController {

    private final DistrictFigures districts;
    private final DeploymentDesk deployments;
    private final RegistrationDesk registrations;
    private final QueueFigures queue;
    private final HealthLights lights;

    OperatorController(
            DistrictFigures districts,
            DeploymentDesk deployments,
            RegistrationDesk registrations,
            QueueFigures queue,
            HealthLights lights) {
        this.districts = districts;
        this.deployments = deployments;
        this.registrations = registrations;
        this.queue = queue;
        this.lights = lights;
    }

    @GetMapping("/operator")
    String home(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after, Model model) {
        List<KnownDistrict> found = districts.list(q, after);
        boolean more = found.size() > DistrictFigures.PAGE;
        List<KnownDistrict> shown = more ? found.subList(0, DistrictFigures.PAGE) : found;
        @Nullable String next = more ? shown.getLast().name() : null;
        model.addAttribute("needs", needs());
        model.addAttribute("lights", lights.of(Caller.OPERATOR, Times.withYear(ZoneOffset.UTC)));
        model.addAttribute("districts", shown);
        model.addAttribute("next", next);
        model.addAttribute("q", q);
        return "console/operator";
    }

    private List<OverviewController.Need> needs() {
        List<OverviewController.Need> needs = new ArrayList<>();
        OverviewController.add(needs, "console.need.waiting-all", deployments.waiting(null), "/operator/deployments");
        OverviewController.add(needs, "console.need.offers", registrations.offers(), "/operator/registrations");
        OverviewController.add(needs, "console.need.failed", queue.of(null).failed(), "/operator#health");
        return needs;
    }
}
