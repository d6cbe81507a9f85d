package org.peercoach.console.doctor;

import java.time.ZoneOffset;
import java.util.Locale;
import org.peercoach.console.doctor.DoctorPages.Desk;
import org.peercoach.console.doctor.DoctorPages.Search;
import org.peercoach.lti.diagnosis.LaunchHistory.Reader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The launch doctor of the operator: launches of every LMS, strangers included. */
@Controller
class OperatorLaunchDoctorController {

    private final DoctorPages pages;

    OperatorLaunchDoctorController(DoctorPages pages) {
        this.pages = pages;
    }

    @GetMapping("/operator/launches")
    String list(@ModelAttribute Search search, Model model, Locale locale) {
        return pages.list(desk(locale), search, model);
    }

    @GetMapping("/operator/launches/{id}")
    String one(@PathVariable("id") long id, Model model, Locale locale) {
        return pages.one(desk(locale), id, model);
    }

    private static Desk desk(Locale locale) {
        return new Desk(Reader.OPERATOR, "/operator/launches", ZoneOffset.UTC, locale);
    }
}
