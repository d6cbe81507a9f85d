package org.peercoach.console.doctor;

import java.util.Locale;
import org.peercoach.console.doctor.LaunchPages.Desk;
import org.peercoach.console.doctor.LaunchPages.Search;
import org.peercoach.course.district.Administrator;
import org.peercoach.course.district.CurrentAdministrator;
import org.peercoach.lti.diagnosis.LaunchHistory.Reader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The launch doctor of a district: launches from its own deployments only. */
@Controller
class LaunchController {

    private final LaunchPages pages;

    LaunchController(LaunchPages pages) {
        this.pages = pages;
    }

    @GetMapping("/d/{district}/launches")
    String list(@CurrentAdministrator Administrator administrator, @ModelAttribute Search search, Model model, Locale locale) {
        return pages.list(desk(administrator, locale), search, model);
    }

    @GetMapping("/d/{district}/launches/{id}")
    String one(
            @CurrentAdministrator Administrator administrator, @PathVariable("id") long id, Model model, Locale locale) {
        return pages.one(desk(administrator, locale), id, model);
    }

    private static Desk desk(Administrator administrator, Locale locale) {
        return new Desk(
                new Reader(administrator.districtName()),
                administrator.path("/launches"),
                administrator.zone(),
                locale);
    }
}
