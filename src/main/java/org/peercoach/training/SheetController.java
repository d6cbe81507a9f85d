package org.peercoach.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The help sheets: handouts that everybody in the course may read and print. */
@Controller
@Allow({MemberRole.COACH, MemberRole.TRAINER, MemberRole.LEADER, MemberRole.PARTICIPANT, MemberRole.OBSERVER})
class SheetController {

    private final Catalogs catalogs;

    SheetController(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    public record SheetRow(String title, String about, String path, List<SessionLink> sessions) {}

    public record SheetView(String title, String about, String html, List<SessionLink> sessions) {}

    /** @param path where it opens, or null for those who do not take the training, and while it is closed */
    public record SessionLink(int number, @Nullable String path) {}

    /** Where a sheet opens. */
    public record SheetLink(String title, String path) {}

    @GetMapping("/c/{course}" + HelpSheet.LIST)
    String list(@CurrentMember Member member, Model model) {
        surroundings(member, model);
        model.addAttribute(
                "rows",
                catalogs.whole(member).sheets().stream()
                        .map(sheet -> new SheetRow(
                                sheet.title(), sheet.about(), member.path(sheet.path()), sessions(member, sheet)))
                        .toList());
        return "training/sheets";
    }

    @GetMapping("/c/{course}" + HelpSheet.LIST + "/{key}")
    String sheet(@CurrentMember Member member, @PathVariable String key, Model model) {
        HelpSheet sheet = catalogs.whole(member).sheetAtAddress(key);
        surroundings(member, model);
        model.addAttribute("sheet", new SheetView(sheet.title(), sheet.about(), sheet.html(), sessions(member, sheet)));
        return "training/sheet";
    }

    private static void surroundings(Member member, Model model) {
        model.addAttribute("sheetsPath", member.path(HelpSheet.LIST));
        model.addAttribute("trainingPath", seesTraining(member) ? member.path("/training") : null);
    }

    private List<SessionLink> sessions(Member member, HelpSheet sheet) {
        TrainingCatalog kept = catalogs.of(member);
        return sheet.sessions().stream()
                .filter(number -> kept.title(number).isPresent())
                .map(number -> new SessionLink(number, seesTraining(member) ? path(member, number) : null))
                .toList();
    }

    private @Nullable String path(Member member, int number) {
        return catalogs.whole(member)
                .session(number)
                .map(session -> member.path(session.path()))
                .orElse(null);
    }

    private static boolean seesTraining(Member member) {
        return TrainingActivities.ROLES.contains(member.role());
    }

    /** The sheet that a worksheet names, or null. */
    static @Nullable SheetLink link(Catalogs catalogs, Member member, @Nullable String key) {
        return catalogs.whole(member)
                .sheet(key)
                .map(sheet -> new SheetLink(sheet.title(), member.path(sheet.path())))
                .orElse(null);
    }
}
