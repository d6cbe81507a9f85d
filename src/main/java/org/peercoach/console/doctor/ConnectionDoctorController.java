package org.peercoach.console.doctor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.district.Administrator;
import org.peercoach.course.district.CourseServices;
import org.peercoach.course.district.CurrentAdministrator;
import org.peercoach.gradebook.RefusedScores;
import org.peercoach.lti.diagnosis.Connection;
import org.peercoach.lti.diagnosis.ConnectionCheck.Light;
import org.peercoach.lti.diagnosis.ExaminedConnections;
import org.peercoach.shared.ProblemPage;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The connection doctor of one deployment of a district. */
@Controller
class ConnectionDoctorController {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG);
    private static final int MOST_COURSES = 500;

    private final ExaminedConnections connections;
    private final CourseServices services;
    private final RefusedScores scores;
    private final FindingWords words;
    private final AuditTrail trail;

    ConnectionDoctorController(
            ExaminedConnections connections,
            CourseServices services,
            RefusedScores scores,
            FindingWords words,
            AuditTrail trail) {
        this.connections = connections;
        this.services = services;
        this.scores = scores;
        this.words = words;
        this.trail = trail;
    }

    /** One thing examined, in words. */
    public record CheckRow(
            String id,
            String title,
            DoctorPages.State state,
            String finding,
            String why,
            @Nullable String cure,
            @Nullable String who) {}

    @GetMapping("/d/{district}/lms/{deployment}/check")
    String show(
            @CurrentAdministrator Administrator administrator,
            @PathVariable("deployment") long deployment,
            @RequestParam(defaultValue = "false") boolean tried,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Connection connection = connection(administrator, deployment);
        List<CheckRow> rows = new ArrayList<>();
        connection.checks().forEach(check -> rows.add(words.row(check, locale)));
        if (!rows.isEmpty()) {
            rows.add(grades(administrator, deployment, locale));
        }
        if (tried) {
            rows.add(cookie(ProbeCookie.Kept.read(request), locale));
            response.addHeader(HttpHeaders.SET_COOKIE, ProbeCookie.gone().toString());
        }
        model.addAttribute("administrator", administrator);
        model.addAttribute("connection", connection);
        model.addAttribute("base", administrator.path("/launches"));
        model.addAttribute("action", path(administrator, deployment));
        model.addAttribute("rows", rows);
        model.addAttribute("examined", time(connection, administrator, locale));
        return "console/doctor/connection";
    }

    @PostMapping("/d/{district}/lms/{deployment}/check")
    String examine(
            @CurrentAdministrator Administrator administrator,
            @PathVariable("deployment") long deployment,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Connection connection = connection(administrator, deployment);
        Connection.Course course = services.of(administrator.district(), deployment)
                .map(found -> new Connection.Course(found.membershipsUrl(), found.lineItemsUrl()))
                .orElse(new Connection.Course(null, null));
        if (connections.examine(connection, course)) {
            trail.note(AuditEntry.ofPerson(
                    administrator.district(),
                    administrator.person(),
                    "lms.connection-checked",
                    "deployment:" + deployment,
                    null));
        } else {
            flash.addFlashAttribute("notice", "console.doctor.connection.wait");
        }
        response.addHeader(HttpHeaders.SET_COOKIE, ProbeCookie.set().toString());
        return "redirect:" + path(administrator, deployment) + "?tried=true";
    }

    private Connection connection(Administrator administrator, long deployment) {
        return connections.one(administrator.districtName(), deployment).orElseThrow(ProblemPage::notHere);
    }

    /** What only deliveries find out: people whose LMS role cannot have grades. */
    private CheckRow grades(Administrator administrator, long deployment, Locale locale) {
        int people = scores.notGradable(services.courses(administrator.district(), deployment, MOST_COURSES));
        return people == 0
                ? words.row("GRADES", Light.GOOD, "OK", List.of(), locale)
                : words.row("GRADES", Light.BAD, "NOT_GRADABLE", List.of(String.valueOf(people)), locale);
    }

    private CheckRow cookie(ProbeCookie.Kept kept, Locale locale) {
        return words.row("COOKIE", kept.light(), kept.finding(), List.of(), locale);
    }

    private static String path(Administrator administrator, long deployment) {
        return administrator.path("/lms/" + deployment + "/check");
    }

    private static @Nullable String time(Connection connection, Administrator administrator, Locale locale) {
        return connection.examinedAt() == null
                ? null
                : TIME.withLocale(locale)
                        .withZone(LaunchWords.named(administrator.zone()))
                        .format(connection.examinedAt());
    }
}
