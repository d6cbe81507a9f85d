package org.peercoach.course.courses;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.CourseId;
import org.peercoach.course.district.Administrator;
import org.peercoach.course.district.CurrentAdministrator;
import org.peercoach.course.launch.Purpose;
import org.peercoach.course.launch.Purposes;
import org.peercoach.lti.ApprovedDeployments;
import org.peercoach.shared.ProblemPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The courses of a district for those who look after it: figures, never a name and nobody's work. */
@Controller
class CoursesController {

    private final CourseList list;
    private final Purposes purposes;
    private final ApprovedDeployments deployments;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    CoursesController(
            CourseList list,
            Purposes purposes,
            ApprovedDeployments deployments,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.list = list;
        this.purposes = purposes;
        this.deployments = deployments;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** A course as it is shown. */
    public record CourseView(CourseList.CourseRow course, String seen, String rules) {}

    /** An LMS that tells us of copied courses, and when it last showed that this works. */
    public record NoticeView(String lms, String seen) {}

    @GetMapping("/d/{district}/courses")
    String courses(
            @CurrentAdministrator Administrator who,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "0") long id,
            Model model,
            Locale locale) {
        String search = q.length() > 100 ? q.substring(0, 100) : q;
        CourseList.Key key = id == 0 ? null : new CourseList.Key(after, id);
        List<CourseList.CourseRow> found = list.page(who, new CourseList.Question(search, key));
        boolean more = found.size() > CourseList.PAGE;
        List<CourseList.CourseRow> shown = more ? found.subList(0, CourseList.PAGE) : found;
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(who.zone());
        model.addAttribute("administrator", who);
        model.addAttribute("search", search);
        model.addAttribute("first", key == null);
        model.addAttribute("courses", shown.stream().map(row -> view(who, row, day)).toList());
        model.addAttribute("purposes", Purpose.values());
        model.addAttribute("next", more ? next(who, search, shown.getLast()) : null);
        model.addAttribute("notices", notices(who, locale));
        return "course/courses";
    }

    @PostMapping("/d/{district}/courses/{course}/purpose")
    String purpose(
            @CurrentAdministrator Administrator who,
            @PathVariable long course,
            @RequestParam Optional<Purpose> purpose,
            RedirectAttributes flash) {
        list.title(who, course)
                .orElseThrow(() -> ProblemPage.of(HttpStatus.NOT_FOUND, "NOT-FOUND", "shared.problem.not-found")
                        .thrown());
        purpose.ifPresent(chosen -> {
            decide(who, new CourseId(course), chosen);
            flash.addFlashAttribute("notice", "course.purpose.saved." + chosen);
        });
        return "redirect:" + who.path("/courses");
    }

    private void decide(Administrator who, CourseId course, Purpose purpose) {
        transaction.executeWithoutResult(status -> {
            String before = purposes.of(course).map(Enum::name).orElse("NONE");
            purposes.decide(course, purpose);
            audit.note(AuditEntry.ofPerson(
                            who.district(),
                            who.person(),
                            "course.purpose-changed",
                            "course:" + course,
                            before + " -> " + purpose)
                    .inCourse(course.value()));
        });
    }

    private static CourseView view(Administrator who, CourseList.CourseRow row, DateTimeFormatter day) {
        return new CourseView(
                row, row.seen() == null ? "" : day.format(row.seen()), who.path("/roles/courses/" + row.id()));
    }

    private static @Nullable String next(Administrator who, String search, CourseList.CourseRow last) {
        return UriComponentsBuilder.fromPath(who.path("/courses"))
                .queryParam("q", "{q}")
                .queryParam("after", "{after}")
                .queryParam("id", last.id())
                .encode()
                .buildAndExpand(search, last.sorted())
                .toUriString();
    }

    private List<NoticeView> notices(Administrator who, Locale locale) {
        DateTimeFormatter time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(who.zone());
        return deployments.ofDistrict(who.districtName()).stream()
                .filter(one -> one.noticeSeen() != null)
                .map(one -> new NoticeView(one.name(), time.format(one.noticeSeen())))
                .toList();
    }
}
