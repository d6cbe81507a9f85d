package org.peercoach.lti.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.registration.DynamicRegistration.DistrictTaken;
import org.peercoach.lti.registration.DynamicRegistration.Wish;
import org.peercoach.lti.registration.InstallCode.Permit;
import org.peercoach.lti.registration.InstallerVisits.Visit;
import org.peercoach.lti.registration.RegistrationFault.Kind;
import org.peercoach.shared.PageSecurity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The installer's page, opened by an LMS (Dynamic Registration 3.3; LTI-R1). Nothing leaves before the code is right. */
@Controller
class RegistrationController {

    private static final Logger LOG = LoggerFactory.getLogger(RegistrationController.class);
    private static final String TOKEN = "[\\x21-\\x7e]{1,8192}";
    private static final String FAULT = "lti.register.fault.";

    private final DynamicRegistration registration;
    private final InstallerVisits visits;
    private final InstalledOutcomes outcomes;
    private final InstallerGate gate;
    private final ToolDescription tool;

    RegistrationController(
            DynamicRegistration registration,
            InstallerVisits visits,
            InstalledOutcomes outcomes,
            InstallerGate gate,
            ToolDescription tool) {
        this.registration = registration;
        this.visits = visits;
        this.outcomes = outcomes;
        this.gate = gate;
        this.tool = tool;
    }

    /**
     * The page as the template reads it.
     *
     * @param host of the LMS that opened it
     * @param visit sealed form value
     * @param faults message keys by field
     */
    public record PageView(
            String host,
            String visit,
            boolean codeNeeded,
            String district,
            String contact,
            Map<String, String> faults,
            @Nullable FaultView fault) {}

    /**
     * Why the LMS could not be connected.
     *
     * @param title message key
     * @param text message key, taking the arguments
     */
    public record FaultView(String title, String text, List<Object> arguments, String code, String reference) {}

    /** What will be registered. */
    public record ToolView(String launch, String keys, String login) {}

    @GetMapping("/lti/register")
    ModelAndView show(
            @RequestParam(name = "openid_configuration", defaultValue = "") String configuration,
            @RequestParam(name = "registration_token", defaultValue = "") String token,
            HttpServletRequest request) {
        gate.enter(request);
        if (configuration.isBlank()) {
            throw gate.problem(HttpStatus.BAD_REQUEST, "REGISTER-START", "lti.register.problem.start")
                    .withArgs(tool.register())
                    .thrown();
        }
        if (!gate.allowsAddress(configuration) || !(token.isEmpty() || token.matches(TOKEN))) {
            throw gate.problem(HttpStatus.BAD_REQUEST, "REGISTER-ADDRESS", "lti.register.problem.address")
                    .thrown();
        }
        Visit visit = new Visit("", configuration, token.isEmpty() ? null : token);
        return page(HttpStatus.OK, visit, view(visit, InstallerForm.empty(), Map.of(), null), request);
    }

    @PostMapping("/lti/register")
    ModelAndView install(InstallerForm form, HttpServletRequest request) {
        gate.enter(request);
        Visit visit = visits.open(form.visitOrEmpty())
                .orElseThrow(() -> gate.problem(HttpStatus.BAD_REQUEST, "REGISTER-OLD", "lti.register.problem.old")
                        .thrown());
        Optional<Permit> permit = gate.permit(form.codeOrEmpty(), request);
        Map<String, String> faults = form.faults(permit.map(Permit::district).isPresent());
        if (permit.isEmpty()) {
            faults.put("code", "lti.register.code.wrong");
        }
        if (!faults.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, visit, view(visit, form, faults, null), request);
        }
        if (!visits.use(visit)) {
            throw gate.problem(HttpStatus.CONFLICT, "REGISTER-TWICE", "lti.register.problem.twice")
                    .thrown();
        }
        if (!gate.use(permit.orElseThrow())) {
            faults.put("code", "lti.register.code.wrong");
            return page(HttpStatus.UNPROCESSABLE_CONTENT, visit, view(visit, form, faults, null), request);
        }
        return register(visit, form, permit.orElseThrow(), request);
    }

    private ModelAndView register(Visit visit, InstallerForm form, Permit permit, HttpServletRequest request) {
        try {
            String named = permit.district();
            Wish wish = new Wish(
                    visit.configuration(),
                    visit.token(),
                    named == null ? form.districtName() : named,
                    form.contactOrNull(),
                    named != null);
            RedirectView installed = new RedirectView(outcomes.path(registration.install(wish), visit.configuration()));
            installed.setHttp10Compatible(false); // 303 to the path as it is, never to an address made of Host
            return new ModelAndView(installed);
        } catch (DistrictTaken e) {
            gate.giveBack(permit);
            Map<String, String> faults = Map.of("district", "lti.register.district.taken");
            return page(HttpStatus.UNPROCESSABLE_CONTENT, visit, view(visit, form, faults, null), request);
        } catch (RegistrationFault e) {
            gate.giveBack(permit);
            LOG.info("REGISTER-{} {}", e.kind(), e.reference());
            return page(HttpStatus.BAD_GATEWAY, visit, view(visit, form, Map.of(), e), request);
        }
    }

    /** The page with what was typed, ready to be sent once more; the code is never shown again. */
    private PageView view(
            Visit visit, InstallerForm form, Map<String, String> faults, @Nullable RegistrationFault fault) {
        return new PageView(
                IssuerHosts.host(visit.configuration()),
                visits.seal(visit.configuration(), visit.token()),
                gate.codeNeeded(),
                form.districtName(),
                form.contactOrEmpty(),
                faults,
                fault == null ? null : view(fault));
    }

    private static FaultView view(RegistrationFault fault) {
        String key = FAULT + fault.kind();
        String text =
                fault.kind() == Kind.NOT_REACHED ? key + "." + fault.arguments().getFirst() : key + ".text";
        return new FaultView(
                key + ".title",
                text,
                fault.arguments(),
                "REGISTER-" + fault.kind(),
                fault.reference().toString());
    }

    private ModelAndView page(HttpStatus status, Visit visit, PageView view, HttpServletRequest request) {
        PageSecurity.allowFrames(request, gate.frames(visit.configuration()));
        ModelAndView page = new ModelAndView("lti/register", "view", view);
        page.addObject("tool", new ToolView(tool.launch(), tool.jwks(), tool.login()));
        page.setStatus(status);
        return page;
    }
}
