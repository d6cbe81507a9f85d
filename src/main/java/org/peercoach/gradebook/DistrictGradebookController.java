package org.peercoach.gradebook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.district.Administrator;
import org.peercoach.course.district.CurrentAdministrator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Points of a district on their way to its LMS: figures course by course, nobody's name. */
@Controller
class DistrictGradebookController {

    private final DistrictGradebook gradebook;
    private final DistrictActs acts;

    DistrictGradebookController(DistrictGradebook gradebook, DistrictActs acts) {
        this.gradebook = gradebook;
        this.acts = acts;
    }

    /**
     * One course.
     *
     * @param oldest since when the oldest points wait, in words, or null
     * @param reasons why some were not sent, in words
     */
    public record CourseRow(
            long id,
            String title,
            int sent,
            int waiting,
            int failed,
            int kept,
            int different,
            @Nullable String oldest,
            List<String> reasons) {}

    /** A chip that leads to the courses of one kind; {@code count} is null where it is not known. */
    public record FilterChip(String title, @Nullable Integer count, String path, boolean current) {}

    /** A queue that rests: the LMS's host, and until when, in words. */
    public record PausedRow(String host, String until) {}

    @GetMapping("/d/{district}/gradebook")
    String figures(
            @CurrentAdministrator Administrator administrator,
            @RequestParam Optional<String> show,
            @RequestParam Optional<Long> after,
            Model model) {
        DistrictScores.Filter filter = filter(show.orElse(""));
        DistrictGradebook.Page page = gradebook.page(administrator, filter, after.orElse(0L));
        model.addAttribute("administrator", administrator);
        model.addAttribute("chips", page.chips());
        model.addAttribute("rows", page.rows());
        model.addAttribute("paused", page.paused());
        model.addAttribute("oldest", page.oldest());
        model.addAttribute("failed", page.failed());
        model.addAttribute("more", page.more());
        return "gradebook/district";
    }

    @PostMapping("/d/{district}/gradebook/send-again")
    String sendAgain(
            @CurrentAdministrator Administrator administrator,
            @RequestParam Optional<Long> course,
            RedirectAttributes flash) {
        int sent = acts.sendAgain(administrator, course.map(CourseId::new).orElse(null));
        flash.addFlashAttribute("notice", sent == 0 ? "gradebook.notice.nothing" : "gradebook.notice.again");
        return "redirect:" + administrator.path("/gradebook");
    }

    private static DistrictScores.Filter filter(String name) {
        return Stream.of(DistrictScores.Filter.values())
                .filter(filter -> filter.name().equals(name))
                .findFirst()
                .orElse(DistrictScores.Filter.ALL);
    }
}
