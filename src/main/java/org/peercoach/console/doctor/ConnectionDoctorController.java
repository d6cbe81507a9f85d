package org.peercoach.console.doctor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.district.Administrator;
import org.peercoach.course.district.CourseServices;
import org.peercoach.course.district.CurrentAdministrator;
import org.peercoach.course.district.DistrictFigures;
import org.peercoach.gradebook.RefusedScores;
import org.peercoach.lti.administration.DeploymentDesk;
import org.peercoach.lti.administration.KnownDeployment;
import org.peercoach.lti.diagnosis.Connection;
import org.peercoach.lti.diagnosis.ConnectionCheck.Light;
import org.peercoach.lti.diagnosis.ExaminedConnections;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.time.Times;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The connection doctor of one deployment: for those who look after its district, and for the operator. */
@Controller
class ConnectionDoctorController {

    private static final int MOST_COURSES = 500;
    private static final String OPERATOR = "/operator/deployments";

    private final ExaminedConnections connections;
    private final DeploymentDesk deployments;
    private final DistrictFigures districts;
    private final CourseServices services;
    private final RefusedScores scores;
    private final FindingWords words;
    private final AuditTrail trail;

    ConnectionDoctorController(
            ExaminedConnections connections,
            DeploymentDesk deployments,
            DistrictFigures districts,
            CourseServices services,
            RefusedScores scores,
            FindingWords words,
            AuditTrail trail) {
        this.connections = connections;
        this.deployments = deployments;
        this.districts = districts;
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

    /**
     * Who looks, from where.
     *
     * @param district our id of the connection's district, or null as long as nobody has come from there
     * @param path of the page
     */
    private record Desk(
            Administrator administrator, @Nullable Long district, String path) {

        boolean operator() {
            return path.startsWith(OPERATOR);
        }
    }

    @GetMapping("/d/{district}/lms/{deployment}/check")
    String show(
            @CurrentAdministrator Administrator administrator,
            @PathVariable("deployment") long deployment,
            @RequestParam(defaultValue = "false") boolean tried,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        List<CheckRow> rows = fill(desk(administrator, deployment), deployment, model, locale);
        if (tried) {
            rows.add(cookie(ProbeCookie.Kept.read(request), locale));
            response.addHeader(HttpHeaders.SET_COOKIE, ProbeCookie.gone().toString());
        }
        return "console/doctor/connection";
    }

    @PostMapping("/d/{district}/lms/{deployment}/check")
    String examine(
            @CurrentAdministrator Administrator administrator,
            @PathVariable("deployment") long deployment,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Desk desk = desk(administrator, deployment);
        examine(desk, deployment, flash);
        response.addHeader(HttpHeaders.SET_COOKIE, ProbeCookie.set().toString());
        return "redirect:" + desk.path() + "?tried=true";
    }

    /** What depends on the browser is not tried here: the operator stands in no frame of the LMS. */
    @GetMapping(OPERATOR + "/{deployment}/check")
    String showToOperator(@PathVariable("deployment") long deployment, Model model, Locale locale) {
        fill(operators(deployment), deployment, model, locale);
        return "console/doctor/connection";
    }

    @PostMapping(OPERATOR + "/{deployment}/check")
    String examineForOperator(@PathVariable("deployment") long deployment, RedirectAttributes flash) {
        Desk desk = operators(deployment);
        examine(desk, deployment, flash);
        return "redirect:" + desk.path();
    }

    private List<CheckRow> fill(Desk desk, long deployment, Model model, Locale locale) {
        Connection connection = connection(desk.administrator(), deployment);
        List<CheckRow> rows = new ArrayList<>();
        connection.checks().forEach(check -> rows.add(words.row(check, locale)));
        if (!rows.isEmpty()) {
            rows.add(grades(desk, deployment, locale));
        }
        model.addAttribute("connection", connection);
        model.addAttribute("operator", desk.operator());
        model.addAttribute(
                "up", desk.operator() ? "/operator" : desk.administrator().path(""));
        model.addAttribute(
                "list",
                desk.operator()
                        ? OPERATOR + "?pending=false"
                        : desk.administrator().path("/lms"));
        model.addAttribute("action", desk.path());
        model.addAttribute("rows", rows);
        model.addAttribute("examined", time(connection, desk.administrator()));
        return rows;
    }

    private void examine(Desk desk, long deployment, RedirectAttributes flash) {
        Connection connection = connection(desk.administrator(), deployment);
        Connection.Course course = Optional.ofNullable(desk.district())
                .flatMap(district -> services.of(district, deployment))
                .map(found -> new Connection.Course(found.membershipsUrl(), found.lineItemsUrl()))
                .orElse(new Connection.Course(null, null));
        if (connections.examine(connection, course)) {
            trail.note(AuditEntry.ofPerson(
                    desk.district(),
                    desk.administrator().person(),
                    "lms.connection-checked",
                    "deployment:" + deployment,
                    null));
        } else {
            flash.addFlashAttribute("notice", "console.doctor.connection.wait");
        }
    }

    private static Desk desk(Administrator administrator, long deployment) {
        return new Desk(administrator, administrator.district(), administrator.path("/lms/" + deployment + "/check"));
    }

    /** As whoever looks after the connection's district; it may be that nobody has come from there yet. */
    private Desk operators(long deployment) {
        String name = deployments
                .find(deployment, null)
                .map(KnownDeployment::districtName)
                .orElseThrow(ProblemPage::notHere);
        Long district = districts.idOf(name).orElse(null);
        return new Desk(
                new Administrator(district == null ? 0 : district, name, 0, "", ZoneOffset.UTC),
                district,
                OPERATOR + "/" + deployment + "/check");
    }

    private Connection connection(Administrator administrator, long deployment) {
        return connections.one(administrator.districtName(), deployment).orElseThrow(ProblemPage::notHere);
    }

    /** What only deliveries find out: people whose LMS role cannot have grades. */
    private CheckRow grades(Desk desk, long deployment, Locale locale) {
        Long district = desk.district();
        int people = district == null ? 0 : scores.notGradable(services.courses(district, deployment, MOST_COURSES));
        return people == 0
                ? words.row("GRADES", Light.GOOD, "OK", List.of(), locale)
                : words.row("GRADES", Light.BAD, "NOT_GRADABLE", List.of(String.valueOf(people)), locale);
    }

    private CheckRow cookie(ProbeCookie.Kept kept, Locale locale) {
        return words.row("COOKIE", kept.light(), kept.finding(), List.of(), locale);
    }

    private static @Nullable String time(Connection connection, Administrator administrator) {
        Instant at = connection.examinedAt();
        Times times = Times.withYear(administrator.zone());
        return at == null ? null : times.second(at) + " " + times.zone(at);
    }
}
