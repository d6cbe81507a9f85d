package org.peercoach.training.certificate;

import jakarta.servlet.http.HttpServletResponse;
import java.util.OptionalInt;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.district.Administrator;
import org.peercoach.course.district.CurrentAdministrator;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The hours that a district prints on its certificates. */
@Controller
class HoursController {

    static final String PATH = "/certificates";

    private static final String ADDRESS = "/d/{district}" + PATH;
    private static final String NUMBER = "[1-9][0-9]{0,2}";

    private final DistrictHours hours;
    private final AuditTrail audit;
    private final TransactionTemplate together;

    HoursController(DistrictHours hours, AuditTrail audit, PlatformTransactionManager transactions) {
        this.hours = hours;
        this.audit = audit;
        this.together = new TransactionTemplate(transactions);
    }

    /** Both numbers as they stand in the form. */
    public record HoursForm(String sessions, String tasks, boolean wrongSessions, boolean wrongTasks) {}

    @GetMapping(ADDRESS)
    String show(@CurrentAdministrator Administrator who, Model model) {
        Hours now = hours.of(who.district());
        return page(who, new HoursForm(whole(now.sessions()), whole(now.tasks()), false, false), model);
    }

    @PostMapping(ADDRESS)
    String save(
            @CurrentAdministrator Administrator who,
            @RequestParam(defaultValue = "") String sessions,
            @RequestParam(defaultValue = "") String tasks,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        OptionalInt inSessions = number(sessions);
        OptionalInt atSchool = number(tasks);
        if (inSessions.isEmpty() || atSchool.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(who, new HoursForm(sessions, tasks, inSessions.isEmpty(), atSchool.isEmpty()), model);
        }
        keep(who, new Hours(inSessions.getAsInt(), atSchool.getAsInt()));
        flash.addFlashAttribute("notice", "training.hours.saved");
        return "redirect:" + who.path(PATH);
    }

    private void keep(Administrator who, Hours next) {
        together.executeWithoutResult(status -> {
            Hours before = hours.of(who.district());
            hours.keep(who.district(), next);
            audit.note(who.did(
                    "certificate.hours-changed",
                    null,
                    whole(before.sessions()) + " + " + before.tasks() + " -> " + whole(next.sessions()) + " + "
                            + next.tasks()));
        });
    }

    private static String page(Administrator who, HoursForm form, Model model) {
        model.addAttribute("administrator", who);
        model.addAttribute("form", form);
        return "training/hours";
    }

    /** A district sets whole hours. */
    private static String whole(double hours) {
        return Integer.toString((int) hours);
    }

    private static OptionalInt number(String typed) {
        return typed.strip().matches(NUMBER) ? OptionalInt.of(Integer.parseInt(typed.strip())) : OptionalInt.empty();
    }
}
