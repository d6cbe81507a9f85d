package org.peercoach.console;

import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.administration.DeploymentDesk;
import org.peercoach.lti.administration.KnownDeployment;
import org.peercoach.lti.administration.KnownRegistration;
import org.peercoach.lti.administration.Listing;
import org.peercoach.lti.administration.NewRegistrations;
import org.peercoach.lti.administration.PlatformEndpoints;
import org.peercoach.lti.administration.RegistrationDesk;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.time.Times;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All registrations, and one of them with its deployments: for the operator (ruling 29). */
@Controller
class OperatorRegistrationsController {

    private static final String LIST = "/operator/registrations";

    private final RegistrationDesk registrations;
    private final DeploymentDesk deployments;
    private final DeploymentViews views;
    private final RegistrationActs acts;

    OperatorRegistrationsController(
            RegistrationDesk registrations, DeploymentDesk deployments, DeploymentViews views, RegistrationActs acts) {
        this.registrations = registrations;
        this.deployments = deployments;
        this.views = views;
        this.acts = acts;
    }

    /** A line of the list. */
    public record Row(
            long id,
            String name,
            String issuer,
            String clientId,
            String district,
            String stateKind,
            String stateIcon,
            String stateKey,
            boolean sandbox,
            boolean offered,
            long deployments,
            @Nullable String lastLaunch) {}

    @GetMapping(LIST)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        Listing<KnownRegistration> found = registrations.list(q, before);
        model.addAttribute(
                "rows",
                found.rows().stream().map(OperatorRegistrationsController::row).toList());
        model.addAttribute("next", found.next());
        model.addAttribute("q", q);
        return "console/registrations";
    }

    @GetMapping(LIST + "/{id}")
    String show(@PathVariable long id, @RequestParam(required = false) @Nullable Long before, Model model) {
        fill(model, find(id), before);
        return "console/registration";
    }

    @PostMapping(LIST + "/{id}/name")
    String rename(@PathVariable long id, @RequestParam(defaultValue = "") String name, RedirectAttributes flash) {
        Flash.tell(flash, "console.notice.renamed", () -> acts.rename(find(id), name));
        return back(id);
    }

    @PostMapping(LIST + "/{id}/off")
    String switchOff(@PathVariable long id, RedirectAttributes flash) {
        Flash.tell(flash, "console.notice.off", () -> acts.switchOff(find(id)));
        return back(id);
    }

    @PostMapping(LIST + "/{id}/on")
    String switchOn(@PathVariable long id, RedirectAttributes flash) {
        Flash.tell(flash, "console.notice.on", () -> acts.switchOn(find(id)));
        return back(id);
    }

    @PostMapping(LIST + "/{id}/offer/accept")
    String accept(@PathVariable long id, @RequestParam String mark, RedirectAttributes flash) {
        Flash.tell(flash, "console.notice.offer-accepted", () -> acts.acceptOffer(find(id), mark));
        return back(id);
    }

    @PostMapping(LIST + "/{id}/offer/dismiss")
    String dismiss(@PathVariable long id, @RequestParam String mark, RedirectAttributes flash) {
        Flash.tell(flash, "console.notice.offer-dismissed", () -> acts.dismissOffer(find(id), mark));
        return back(id);
    }

    @PostMapping(LIST + "/{id}/endpoints")
    ModelAndView change(@PathVariable long id, RegistrationForm form, RedirectAttributes flash) {
        KnownRegistration registration = find(id);
        PlatformEndpoints typed = NewRegistrations.endpoints(form.typed());
        RegistrationForm.Faults faults = acts.changeEndpoints(registration, typed);
        if (faults.none()) {
            flash.addFlashAttribute("notice", "console.notice.endpoints");
            return new ModelAndView(back(id));
        }
        ModelAndView page = new ModelAndView("console/registration");
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        org.springframework.ui.ExtendedModelMap model = new org.springframework.ui.ExtendedModelMap();
        fill(model, registration, null);
        page.addAllObjects(model);
        page.addObject("typed", form.typed());
        page.addObject("faults", faults.byField());
        page.addObject("editing", true);
        return page;
    }

    private void fill(Model model, KnownRegistration registration, @Nullable Long before) {
        PlatformEndpoints now = registration.endpoints();
        Listing<KnownDeployment> waiting =
                deployments.list(new DeploymentDesk.Query(null, registration.id(), true, "", null));
        Listing<KnownDeployment> rows =
                deployments.list(new DeploymentDesk.Query(null, registration.id(), false, "", before));
        List<DeploymentViews.View> shown = views.of(rows.rows(), Caller.OPERATOR, Times.withYear(ZoneOffset.UTC));
        model.addAttribute("registration", registration);
        model.addAttribute("row", row(registration));
        model.addAttribute("offer", registrations.offer(registration.id()).orElse(null));
        model.addAttribute("waiting", views.of(waiting.rows(), Caller.OPERATOR, Times.withYear(ZoneOffset.UTC)));
        model.addAttribute("rows", shown);
        model.addAttribute("next", rows.next());
        model.addAttribute("typed", RegistrationForm.of(now));
        model.addAttribute("faults", java.util.Map.of());
        model.addAttribute("editing", false);
    }

    private KnownRegistration find(long id) {
        return registrations.find(id).orElseThrow(ProblemPage::notHere);
    }

    private static Row row(KnownRegistration known) {
        boolean off = known.switchedOffAt() != null;
        return new Row(
                known.id(),
                known.name(),
                known.issuer(),
                known.clientId(),
                known.districtName(),
                off ? "idle" : "ok",
                off ? "none" : "done",
                off ? "console.registration.state.off" : "console.registration.state.on",
                known.sandbox(),
                known.offered(),
                known.deployments(),
                Times.withYear(ZoneOffset.UTC).momentOrNull(known.lastLaunch()));
    }

    private static String back(long id) {
        return "redirect:" + LIST + "/" + id;
    }
}
