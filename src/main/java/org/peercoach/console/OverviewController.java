package org.peercoach.console;

import java.util.ArrayList;
import java.util.List;
import org.peercoach.course.district.Administrator;
import org.peercoach.course.district.CurrentAdministrator;
import org.peercoach.course.district.DistrictFigures;
import org.peercoach.gradebook.QueueFigures;
import org.peercoach.lti.administration.DeploymentDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of a district: what needs its administrators, how to begin, and counts. Nobody's work. */
@Controller
class OverviewController {

    private final DistrictFigures districts;
    private final DeploymentDesk desk;
    private final QueueFigures queue;

    OverviewController(DistrictFigures districts, DeploymentDesk desk, QueueFigures queue) {
        this.districts = districts;
        this.desk = desk;
        this.queue = queue;
    }

    /** Something that waits for somebody: {@code key} with {@code count}, dealt with at {@code path}. */
    public record Need(String key, long count, String path) {}

    @GetMapping("/d/{district}")
    String overview(@CurrentAdministrator Administrator administrator, Model model) {
        model.addAttribute("administrator", administrator);
        model.addAttribute("needs", needs(administrator));
        model.addAttribute("courses", districts.courses(administrator.district()));
        model.addAttribute("counts", districts.people(administrator.district()));
        return "console/overview";
    }

    private List<Need> needs(Administrator administrator) {
        List<Need> needs = new ArrayList<>();
        add(needs, "console.need.waiting", desk.waiting(administrator.districtName()), administrator.path("/lms"));
        add(
                needs,
                "console.need.failed",
                queue.of(administrator.district()).failed(),
                administrator.path("/gradebook"));
        add(
                needs,
                "console.need.purpose",
                districts.coursesWithoutPurpose(administrator.district()),
                administrator.path("/courses"));
        return needs;
    }

    static void add(List<Need> needs, String key, long count, String path) {
        if (count > 0) {
            needs.add(new Need(key, count, path));
        }
    }
}
