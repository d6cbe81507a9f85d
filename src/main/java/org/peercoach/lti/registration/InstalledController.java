package org.peercoach.lti.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.registration.DynamicRegistration.Change;
import org.peercoach.lti.registration.InstalledOutcomes.Told;
import org.peercoach.shared.PageSecurity;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The last page: what was agreed, and exactly what to click next in this LMS (LTI-R9 to R11). */
@Controller
class InstalledController {

    private static final String NEXT = "lti.installed.next.";
    private static final String OTHER = "other";

    /** How many steps there are to tell, by product family code. */
    private static final Map<String, Integer> STEPS = Map.of("moodle", 3, "canvas", 3, "desire2learn", 3, OTHER, 2);

    private final InstalledOutcomes outcomes;
    private final InstallerGate gate;

    InstalledController(InstalledOutcomes outcomes, InstallerGate gate) {
        this.outcomes = outcomes;
        this.gate = gate;
    }

    /**
     * The page as the template reads it.
     *
     * @param change message key of what happened
     * @param steps message keys of what to click next, in order
     */
    public record PageView(
            String change,
            boolean waits,
            boolean missingScopes,
            String district,
            String issuer,
            String clientId,
            @Nullable String deploymentId,
            List<String> steps) {}

    @GetMapping("/lti/installed")
    String show(@RequestParam(defaultValue = "") String outcome, HttpServletRequest request, Model model) {
        Told told = outcomes.read(outcome)
                .orElseThrow(() -> gate.problem(HttpStatus.NOT_FOUND, "REGISTER-PAST", "lti.register.problem.past")
                        .thrown());
        PageSecurity.allowFrames(request, gate.frames(told.configuration()));
        model.addAttribute("view", view(told));
        return "lti/installed";
    }

    private static PageView view(Told told) {
        boolean waits = told.change() == Change.LEFT_TO_OPERATOR || told.change() == Change.WAITING;
        return new PageView(
                "lti.installed.change." + told.change(),
                waits,
                told.missingScopes(),
                told.district(),
                told.issuer(),
                told.clientId(),
                told.deploymentId(),
                waits ? List.of() : steps(told.productFamily()));
    }

    private static List<String> steps(@Nullable String family) {
        String known = family != null && STEPS.containsKey(family) ? family : OTHER;
        return IntStream.rangeClosed(1, STEPS.getOrDefault(known, 0))
                .mapToObj(step -> NEXT + known + "." + step)
                .toList();
    }
}
