package org.peercoach.console.doctor;

import java.util.Locale;
import org.peercoach.console.doctor.DoctorPages.Desk;
import org.peercoach.console.doctor.DoctorPages.Search;
import org.peercoach.course.district.Administrator;
import org.peercoach.course.district.CurrentAdministrator;
import org.peercoach.lti.diagnosis.ExaminedConnections;
import org.peercoach.lti.diagnosis.LaunchHistory.Reader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The launch doctor of a district: launches from its own deployments only. */
@Controller
class LaunchDoctorController {

    private static final int MOST_CONNECTIONS = 50;

    private final DoctorPages pages;
    private final ExaminedConnections connections;

    LaunchDoctorController(DoctorPages pages, ExaminedConnections connections) {
        this.pages = pages;
        this.connections = connections;
    }

    /** A connection that can be examined. */
    public record ConnectionRow(String path, String name, String deployment) {}

    @GetMapping("/d/{district}/launches")
    String list(
            @CurrentAdministrator Administrator administrator,
            @ModelAttribute Search search,
            Model model,
            Locale locale) {
        model.addAttribute(
                "connections",
                connections.of(administrator.districtName(), MOST_CONNECTIONS).stream()
                        .map(connection -> new ConnectionRow(
                                administrator.path("/lms/" + connection.deployment() + "/check"),
                                connection.name(),
                                connection.deploymentName()))
                        .toList());
        return pages.list(desk(administrator, locale), search, model);
    }

    @GetMapping("/d/{district}/launches/{id}")
    String one(
            @CurrentAdministrator Administrator administrator,
            @PathVariable("id") long id,
            Model model,
            Locale locale) {
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
