package org.peercoach.survey;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.time.Times;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What somebody has handed in: the own bars, compared with before, and every answer; or what they had begun, where the
 * form is shut. For its author alone.
 */
@Controller
@Allow({MemberRole.COACH, MemberRole.PARTICIPANT, MemberRole.LEADER})
class ResultController {

    private final SurveyDesk desk;
    private final Answering answering;

    ResultController(SurveyDesk desk, Answering answering) {
        this.desk = desk;
        this.answering = answering;
    }

    /**
     * @param handedIn the day, or null of what stands in a form that takes no answers now
     * @param before the day of the earlier answers, or null when there are none
     * @param change where the answers can be changed, or null when they cannot
     * @param changed whether the form holds something else than what was handed in
     * @param shared whether the coach may see the answers, or null where there is nothing to share
     * @param localKey of the copy that the browser no longer needs, or null while it may still hold something
     */
    public record ResultView(
            @Nullable String handedIn,
            @Nullable String before,
            @Nullable String change,
            boolean changed,
            @Nullable Boolean shared,
            @Nullable String localKey) {}

    @GetMapping(AnswerController.ADDRESS + "/result")
    String result(
            @CurrentMember Member member, @PathVariable String instrument, @PathVariable String wave, Model model) {
        Survey survey = desk.atAddress(member, instrument, wave);
        model.addAttribute("head", AnswerController.head(member, survey, desk.now()));
        if (!survey.handedIn() && (!survey.begun() || answerable(member, survey))) {
            throw nothingYet(member, survey);
        }
        if (survey.handedIn() && survey.anonymous()) {
            return "survey/thanks";
        }
        Optional<Survey> before = survey.handedIn() ? before(member, survey) : Optional.empty();
        OwnResult own = new OwnResult(
                survey.instrument(),
                survey.handedIn() ? survey.done().answers() : survey.draft(),
                before.map(one -> one.done().answers()).orElse(null));
        model.addAttribute("result", view(member, survey, before.orElse(null)));
        model.addAttribute("scale", OwnResult.ScaleView.of(survey.instrument()));
        model.addAttribute("bars", own.bars());
        model.addAttribute("items", own.items());
        model.addAttribute("texts", own.texts());
        return "survey/result";
    }

    /** Whether the form itself shows what stands in it. */
    private boolean answerable(Member member, Survey survey) {
        if (survey.phase(desk.now()) != Administration.Phase.OPEN) {
            return false;
        }
        try {
            desk.requireOpen(member, survey);
            return true;
        } catch (ProblemPage.Thrown shut) {
            return false;
        }
    }

    /** What the later answers are compared with. */
    private Optional<Survey> before(Member member, Survey survey) {
        return survey.key().wave() == Wave.PRE
                ? Optional.empty()
                : desk.find(member, new SurveyKey(survey.key().instrument(), Wave.PRE))
                        .filter(Survey::handedIn)
                        .filter(earlier -> !earlier.anonymous());
    }

    private ResultView view(Member member, Survey survey, @Nullable Survey before) {
        if (!survey.handedIn()) {
            return new ResultView(null, null, null, false, null, null);
        }
        Instant now = desk.now();
        Times times = Times.of(member.zone(), now);
        Response done = survey.done();
        boolean open = survey.phase(now) == Administration.Phase.OPEN && !answering.comparedAlready(member, survey);
        return new ResultView(
                times.dayOrNull(done.handedInAt()),
                before == null ? null : times.dayOrNull(before.done().handedInAt()),
                open ? member.path(survey.key().path()) : null,
                !done.draft().equals(done.answers()),
                survey.instrument().kind().shareable(member.role()) ? done.shared() : null,
                AnswerController.localKey(member, survey));
    }

    private static ProblemPage.Thrown nothingYet(Member member, Survey survey) {
        return ProblemPage.of(HttpStatus.NOT_FOUND, "NOTHING-HANDED-IN", "survey.problem.nothing-yet")
                .withWayOut(member.path(survey.key().path()))
                .thrown();
    }
}
