package org.peercoach.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.district.Administrator;
import org.peercoach.course.district.CurrentAdministrator;
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

/** A district's places in its LMS, and those that wait for approval. */
@Controller
class LmsController {

    private final DeploymentDesk desk;
    private final DeploymentViews views;
    private final Approvals approvals;

    LmsController(DeploymentDesk desk, DeploymentViews views, Approvals approvals) {
        this.desk = desk;
        this.views = views;
        this.approvals = approvals;
    }

    @GetMapping("/d/{district}/lms")
    String list(
            @CurrentAdministrator Administrator administrator,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        Times times = Times.withYear(administrator.zone());
        Caller caller = Caller.of(administrator);
        Listing<KnownDeployment> waiting =
                desk.list(new DeploymentDesk.Query(administrator.districtName(), null, true, "", null));
        Listing<KnownDeployment> rows =
                desk.list(new DeploymentDesk.Query(administrator.districtName(), null, false, q, before));
        List<DeploymentViews.View> shown = views.of(rows.rows(), caller, times);
        model.addAttribute("administrator", administrator);
        model.addAttribute("waiting", views.of(waiting.rows(), caller, times));
        model.addAttribute("rows", shown);
        model.addAttribute("next", rows.next());
        model.addAttribute("q", q);
        return "console/lms";
    }

    @PostMapping("/d/{district}/lms/{deployment}/approve")
    String approve(
            @CurrentAdministrator Administrator administrator,
            @PathVariable long deployment,
            RedirectAttributes flash) {
        Flash.tell(flash, "console.notice.approved", () -> approvals.approve(Caller.of(administrator), deployment, ""));
        return "redirect:" + administrator.path("/lms");
    }

    @PostMapping("/d/{district}/lms/{deployment}/refuse")
    String refuse(
            @CurrentAdministrator Administrator administrator,
            @PathVariable long deployment,
            RedirectAttributes flash) {
        Flash.tell(flash, "console.notice.refused", () -> approvals.refuse(Caller.of(administrator), deployment));
        return "redirect:" + administrator.path("/lms");
    }

    @PostMapping("/d/{district}/lms/{deployment}/close")
    String close(
            @CurrentAdministrator Administrator administrator,
            @PathVariable long deployment,
            RedirectAttributes flash) {
        Flash.tell(flash, "console.notice.closed", () -> approvals.close(Caller.of(administrator), deployment));
        return "redirect:" + administrator.path("/lms");
    }
}
