package org.peercoach.course.courses;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Activity;
import org.peercoach.course.ActivityProvider;
import org.peercoach.course.CourseId;
import org.peercoach.course.MemberRole;
import org.peercoach.course.district.Administrator;
import org.peercoach.course.district.CurrentAdministrator;
import org.peercoach.course.launch.Purpose;
import org.peercoach.lti.ApprovedDeployments;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.time.Times;
import org.springframework.stereotype.Controller;
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
    private final ApprovedDeployments deployments;
    private final PurposeChange change;
    private final List<ActivityProvider> activities;

    CoursesController(
            CourseList list, ApprovedDeployments deployments, PurposeChange change, List<ActivityProvider> activities) {
        this.list = list;
        this.deployments = deployments;
        this.change = change;
        this.activities = activities;
    }

    /**
     * A course as it is shown.
     *
     * @param seen day of the last launch, or empty
     * @param placed titles of the activities that have a link there
     */
    public record CourseView(CourseList.CourseRow course, String seen, String placed, String rules) {}

    /** An LMS that tells us of copied courses, and when it last showed that this works. */
    public record NoticeView(String lms, String seen) {}

    @GetMapping("/d/{district}/courses")
    String courses(
            @CurrentAdministrator Administrator who,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "0") long id,
            Model model) {
        String search = q.length() > 100 ? q.substring(0, 100) : q;
        CourseList.Key key = id == 0 ? null : new CourseList.Key(after, id);
        List<CourseList.CourseRow> found = list.page(who, new CourseList.Question(search, key));
        boolean more = found.size() > CourseList.PAGE;
        List<CourseList.CourseRow> shown = more ? found.subList(0, CourseList.PAGE) : found;
        Times times = Times.withYear(who.zone());
        model.addAttribute("administrator", who);
        model.addAttribute("search", search);
        model.addAttribute("first", key == null);
        Map<String, String> titles = shown.isEmpty()
                ? Map.of()
                : titles(new CourseId(shown.getFirst().id()));
        model.addAttribute(
                "courses",
                shown.stream().map(row -> view(who, row, times, titles)).toList());
        model.addAttribute("purposes", Purpose.values());
        model.addAttribute("next", more ? next(who, search, shown.getLast()) : null);
        model.addAttribute("notices", notices(who, times));
        return "course/courses";
    }

    @PostMapping("/d/{district}/courses/{course}/purpose")
    String purpose(
            @CurrentAdministrator Administrator who,
            @PathVariable long course,
            @RequestParam Optional<Purpose> purpose,
            RedirectAttributes flash) {
        if (!list.has(who, course)) {
            throw ProblemPage.notHere();
        }
        purpose.ifPresent(chosen -> {
            change.decide(who, new CourseId(course), chosen);
            flash.addFlashAttribute("notice", "course.purpose.saved." + chosen);
        });
        return "redirect:" + who.path("/courses");
    }

    private static CourseView view(
            Administrator who, CourseList.CourseRow row, Times times, Map<String, String> titles) {
        Instant seen = row.seen();
        String placed =
                row.placed().stream().map(key -> titles.getOrDefault(key, key)).collect(Collectors.joining(", "));
        return new CourseView(row, seen == null ? "" : times.day(seen), placed, who.path("/roles/courses/" + row.id()));
    }

    /** What the activities are called in the district of this course, whoever may open them. */
    private Map<String, String> titles(CourseId course) {
        return activities.stream()
                .flatMap(room -> room.activities(MemberRole.TRAINER, course).stream())
                .collect(Collectors.toMap(Activity::key, Activity::title, (one, other) -> one));
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

    private List<NoticeView> notices(Administrator who, Times times) {
        return deployments.ofDistrict(who.districtName()).stream()
                .flatMap(
                        one -> Optional.ofNullable(one.noticeSeen())
                                .map(seen -> new NoticeView(one.name(), times.moment(seen)))
                                .stream())
                .toList();
    }
}
