package org.peercoach.training;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.time.Times;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One's own worksheet to print, as it stands in the form, with all its fields. */
@Controller
@Allow(MemberRole.COACH)
class PrintController {

    private final Catalogs catalogs;
    private final Workbook workbook;
    private final Clock clock;

    PrintController(Catalogs catalogs, Workbook workbook, Clock clock) {
        this.clock = clock;
        this.catalogs = catalogs;
        this.workbook = workbook;
    }

    /**
     * @param handedIn when the last version was handed in, or null
     * @param changed whether it was changed since
     */
    public record PrintView(String name, @Nullable String handedIn, boolean changed, AnswersPage.AnswersView answers) {}

    @GetMapping(ActivityController.ADDRESS + "/print")
    String print(@CurrentMember Member member, @PathVariable int number, @PathVariable String id, Model model) {
        SessionContent session = catalogs.whole(member).atAddress(number);
        ActivityContent activity = catalogs.whole(member).atAddress(number, id);
        if (activity.work().groups().isEmpty()) {
            throw ProblemPage.notHere();
        }
        ActivityState state = workbook.state(member, activity);
        model.addAttribute("head", ActivityController.head(member, session, activity));
        model.addAttribute("printed", view(member, activity, state));
        return "training/worksheet-print";
    }

    private PrintView view(Member member, ActivityContent activity, ActivityState state) {
        var groups = activity.work().groups();
        var at = state.handedInAt();
        return new PrintView(
                member.name(),
                at == null ? null : Times.of(member.zone(), clock.instant()).moment(at),
                FieldEntry.changed(groups, state),
                AnswersPage.whole(groups, state.draft()));
    }
}
