package org.peercoach.console;

import java.time.ZoneOffset;
import org.peercoach.course.district.Administrator;
import org.peercoach.course.district.CurrentAdministrator;
import org.peercoach.shared.time.Times;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How to connect an LMS: what to click, what to type, and codes for those who do it (UX-A1, A2). */
@Controller
class InstallController {

    private static final String OPERATOR = "/operator/install";

    private final InstallSheets sheets;
    private final InstallCodes codes;

    InstallController(InstallSheets sheets, InstallCodes codes) {
        this.sheets = sheets;
        this.codes = codes;
    }

    @GetMapping("/d/{district}/lms/install")
    String show(@CurrentAdministrator Administrator administrator, Model model) {
        model.addAttribute("up", administrator.path("/lms"));
        model.addAttribute("path", administrator.path("/lms/install"));
        return fill(model, Caller.of(administrator), Times.withYear(administrator.zone()));
    }

    @PostMapping("/d/{district}/lms/install/codes")
    String make(@CurrentAdministrator Administrator administrator, RedirectAttributes flash) {
        make(Caller.of(administrator), "", flash);
        return "redirect:" + administrator.path("/lms/install");
    }

    @PostMapping("/d/{district}/lms/install/codes/{code}/withdraw")
    String withdraw(
            @CurrentAdministrator Administrator administrator, @PathVariable long code, RedirectAttributes flash) {
        Flash.tell(flash, "console.notice.code-withdrawn", () -> codes.withdraw(Caller.of(administrator), code));
        return "redirect:" + administrator.path("/lms/install");
    }

    @GetMapping(OPERATOR)
    String showToOperator(Model model) {
        model.addAttribute("up", "/operator/registrations");
        model.addAttribute("path", OPERATOR);
        return fill(model, Caller.OPERATOR, Times.withYear(ZoneOffset.UTC));
    }

    @PostMapping(OPERATOR + "/codes")
    String makeForOperator(@RequestParam(defaultValue = "") String district, RedirectAttributes flash) {
        make(Caller.OPERATOR, district, flash);
        return "redirect:" + OPERATOR;
    }

    @PostMapping(OPERATOR + "/codes/{code}/withdraw")
    String withdrawForOperator(@PathVariable long code, RedirectAttributes flash) {
        Flash.tell(flash, "console.notice.code-withdrawn", () -> codes.withdraw(Caller.OPERATOR, code));
        return "redirect:" + OPERATOR;
    }

    /** The code goes to the next page in a sealed cookie that is read once; nothing else keeps it. */
    private void make(Caller caller, String district, RedirectAttributes flash) {
        Flash.tell(flash, "console.notice.code", () -> flash.addFlashAttribute("code", codes.make(caller, district)));
    }

    private String fill(Model model, Caller caller, Times times) {
        model.addAttribute("sheets", sheets.all());
        model.addAttribute("codes", codes.list(caller, times));
        model.addAttribute("everywhere", caller.everywhere());
        model.addAttribute("zone", times.zoneName());
        return "console/install";
    }
}
