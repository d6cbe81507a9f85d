package org.peercoach.survey;

import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What all together answered: means and counts of five answers or more, and no single answer (ruling 43). */
@Controller
@Allow({MemberRole.TRAINER, MemberRole.LEADER})
class GroupController {

    private final SurveyDesk desk;
    private final GroupResults results;

    GroupController(SurveyDesk desk, GroupResults results) {
        this.desk = desk;
        this.results = results;
    }

    /**
     * @param answers whose answers the figures are
     * @param before how many the earlier figures are of, or null when there are none
     * @param pairs how many answered both times, or null when the two waves are not of the same people
     */
    public record GroupView(
            int answers, @Nullable Integer before, @Nullable Integer pairs, boolean help) {}

    @GetMapping(AnswerController.ADDRESS + "/group")
    String group(
            @CurrentMember Member member, @PathVariable String instrument, @PathVariable String wave, Model model) {
        Survey survey = desk.atAddress(member, instrument, wave);
        GroupResults.Results found = results.of(survey, before(member, survey));
        model.addAttribute("head", AnswerController.head(member, survey, desk.now()));
        if (found.now().isEmpty()) {
            return "survey/few";
        }
        GroupPage page = new GroupPage(
                survey.instrument(), found.now().get(), found.before().orElse(null));
        model.addAttribute("group", view(page));
        model.addAttribute("scale", OwnResult.ScaleView.of(survey.instrument()));
        model.addAttribute("bars", page.bars());
        model.addAttribute("items", page.items());
        model.addAttribute("questions", page.questions());
        return "survey/group";
    }

    private @Nullable Survey before(Member member, Survey survey) {
        return survey.key().wave() == Wave.PRE
                ? null
                : desk.find(member, new SurveyKey(survey.key().instrument(), Wave.PRE))
                        .orElse(null);
    }

    private static GroupView view(GroupPage page) {
        Figures.Pairs pairs = page.now().pairs();
        Figures before = page.before();
        return new GroupView(
                page.now().answers(),
                before == null ? null : Integer.valueOf(before.answers()),
                pairs == null ? null : Integer.valueOf(pairs.who().size()),
                page.instrument().asksForHelp());
    }
}
