package org.peercoach.survey;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.shared.ProblemPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Trainers open surveys, close them, and open them again. */
@Controller
@Allow(MemberRole.TRAINER)
class OpeningController {

    private final SurveyDesk desk;
    private final Openings openings;
    private final SurveysController list;

    OpeningController(SurveyDesk desk, Openings openings, SurveysController list) {
        this.desk = desk;
        this.openings = openings;
        this.list = list;
    }

    @PostMapping("/c/{course}/surveys")
    String open(
            @CurrentMember Member trainer,
            @RequestParam(defaultValue = "") String survey,
            @RequestParam(defaultValue = "") String opens,
            @RequestParam(defaultValue = "") String closes,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Openings.FormView form = new Openings.FormView(survey, opens, closes, null);
        Optional<String> fault = openings.open(trainer, form);
        if (fault.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String page = list.surveys(trainer, model);
            model.addAttribute("form", new Openings.FormView(survey, opens, closes, fault.get()));
            return page;
        }
        flash.addFlashAttribute("notice", "survey.opened");
        return "redirect:" + trainer.path("/surveys");
    }

    @PostMapping(AnswerController.ADDRESS + "/close")
    String close(
            @CurrentMember Member trainer,
            @PathVariable String instrument,
            @PathVariable String wave,
            RedirectAttributes flash) {
        openings.close(trainer, openedByTrainer(trainer, instrument, wave));
        flash.addFlashAttribute("notice", "survey.closed.notice");
        return "redirect:" + trainer.path("/surveys");
    }

    @PostMapping(AnswerController.ADDRESS + "/reopen")
    String reopen(
            @CurrentMember Member trainer,
            @PathVariable String instrument,
            @PathVariable String wave,
            RedirectAttributes flash) {
        openings.reopen(trainer, openedByTrainer(trainer, instrument, wave));
        flash.addFlashAttribute("notice", "survey.reopened");
        return "redirect:" + trainer.path("/surveys");
    }

    /** What a room above asks for stays open: it is a part of work there. */
    private Survey openedByTrainer(Member trainer, String instrument, String wave) {
        Survey survey = desk.atAddress(trainer, instrument, wave);
        if (!survey.byTrainer()) {
            throw ProblemPage.of(HttpStatus.CONFLICT, "SURVEY-ASKED", "survey.problem.asked")
                    .withWayOut(trainer.path("/surveys"))
                    .thrown();
        }
        return survey;
    }
}
