package org.peercoach.console;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.administration.DeploymentDesk;
import org.peercoach.lti.administration.KnownDeployment;
import org.peercoach.lti.administration.Listing;
import org.peercoach.shared.time.Times;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The approval queue and all deployments: for the operator (ruling 6). */
@Controller
class OperatorDeploymentsController {

    private static final String LIST = "/operator/deployments";

    private final DeploymentDesk desk;
    private final DeploymentViews views;
    private final Approvals approvals;

    OperatorDeploymentsController(DeploymentDesk desk, DeploymentViews views, Approvals approvals) {
        this.desk = desk;
        this.views = views;
        this.approvals = approvals;
    }

    @GetMapping(LIST)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "true") boolean pending,
            Model model) {
        Listing<KnownDeployment> found = desk.list(new DeploymentDesk.Query(null, null, pending, q, before));
        model.addAttribute("rows", views.of(found.rows(), Caller.OPERATOR, Times.withYear(ZoneOffset.UTC)));
        model.addAttribute("next", found.next());
        model.addAttribute("pending", pending);
        model.addAttribute("q", q);
        return "console/deployments";
    }

    @PostMapping(LIST + "/{id}/approve")
    String approve(@PathVariable long id, @RequestParam(defaultValue = "") String district, RedirectAttributes flash) {
        Flash.tell(flash, "console.notice.approved", () -> approvals.approve(Caller.OPERATOR, id, district));
        if (flash.getFlashAttributes().containsKey("problem")) {
            flash.addFlashAttribute("typedFor", Long.toString(id));
            flash.addFlashAttribute("typed", district.length() > 200 ? district.substring(0, 200) : district);
        }
        return "redirect:" + LIST;
    }

    @PostMapping(LIST + "/{id}/refuse")
    String refuse(@PathVariable long id, RedirectAttributes flash) {
        Flash.tell(flash, "console.notice.refused", () -> approvals.refuse(Caller.OPERATOR, id));
        return "redirect:" + LIST;
    }

    @PostMapping(LIST + "/{id}/close")
    String close(@PathVariable long id, RedirectAttributes flash) {
        Flash.tell(flash, "console.notice.closed", () -> approvals.close(Caller.OPERATOR, id));
        return "redirect:" + LIST;
    }
}
