package org.peercoach.survey;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.time.Times;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page of a questionnaire. Whom it asks finds it as they left it; trainers and leaders see what is asked and save
 * nothing.
 */
@Controller
@Allow({MemberRole.COACH, MemberRole.PARTICIPANT, MemberRole.LEADER, MemberRole.TRAINER})
class AnswerController {

    static final String ADDRESS = "/c/{course}/surveys/{instrument}/{wave}";

    private final SurveyDesk desk;
    private final Answering answering;
    private final SaidWords said;

    AnswerController(SurveyDesk desk, Answering answering, SaidWords said) {
        this.said = said;
        this.desk = desk;
        this.answering = answering;
    }

    /**
     * What stands above a survey, and where its form goes.
     *
     * @param phase {@code SOON}, {@code OPEN} or {@code CLOSED}
     * @param until the day on which it closes, or null
     * @param backTitle what asked for the survey, or null when a trainer opened it
     */
    public record HeadView(
            String title,
            String lead,
            String waveKey,
            String seesKey,
            int minutes,
            int items,
            boolean anonymous,
            String phase,
            @Nullable String until,
            String action,
            String surveysPath,
            @Nullable String backTitle,
            @Nullable String backPath) {}

    /**
     * What is saved.
     *
     * @param version goes with the form, so that a second tab cannot overwrite unseen
     * @param writer names this tab
     * @param localKey where the browser keeps a copy, or null: of anonymous answers none stays on the computer
     * @param changed whether the form holds something else than what was handed in
     */
    public record SavedView(
            int version,
            String writer,
            @Nullable String saved,
            @Nullable String handedIn,
            @Nullable String localKey,
            boolean changed) {}

    @GetMapping(ADDRESS)
    String form(@CurrentMember Member member, @PathVariable String instrument, @PathVariable String wave, Model model) {
        return show(member, desk.atAddress(member, instrument, wave), List.of(), model);
    }

    private String show(Member member, Survey survey, List<String> missing, Model model) {
        boolean asked = survey.asksMember();
        if (!asked && member.role() != MemberRole.TRAINER && member.role() != MemberRole.LEADER) {
            throw notAsked(member);
        }
        model.addAttribute("head", head(member, survey, desk.now()));
        if (asked && !editable(member, survey)) {
            model.addAttribute("done", survey.handedIn());
            model.addAttribute("draft", !survey.handedIn() && survey.begun());
            return "survey/closed";
        }
        if (asked) {
            requireOpen(member, survey, survey.draft());
        }
        FormPage form = FormPage.of(survey, missing);
        model.addAttribute("preview", !asked);
        model.addAttribute("saved", saved(member, survey, desk.now()));
        model.addAttribute("domains", form.domains());
        model.addAttribute("questions", form.questions());
        model.addAttribute("comment", form.comment());
        model.addAttribute("share", form.share(member.role()));
        model.addAttribute("missing", form.missingRows());
        return "survey/form";
    }

    private boolean editable(Member member, Survey survey) {
        return survey.phase(desk.now()) == Administration.Phase.OPEN
                && !(survey.anonymous() && survey.handedIn())
                && !answering.comparedAlready(member, survey);
    }

    /**
     * Autosave: 204 with the new version and the time, or 409 when another tab saved something else. A survey that is shut
     * meanwhile answers with {@code Pc-Refused}, so that the page can tell that from another person's course.
     */
    @PostMapping(ADDRESS + "/draft")
    ResponseEntity<Void> draft(
            @CurrentMember Member member,
            @PathVariable String instrument,
            @PathVariable String wave,
            @RequestParam Map<String, String> sent) {
        Survey survey;
        try {
            survey = answerable(member, instrument, wave, sent);
        } catch (ProblemPage.Thrown refused) {
            return ResponseEntity.status(refused.page().status())
                    .header("Pc-Refused", refused.page().code())
                    .build();
        }
        return switch (answering.keep(member, survey, sheet(member, survey, sent))) {
            case Answering.Outcome.Kept kept -> answer(HttpStatus.NO_CONTENT, member, kept.version(), kept.at());
            case Answering.Outcome.Stale stale ->
                answer(
                        HttpStatus.CONFLICT,
                        member,
                        stale.kept().version(),
                        stale.kept().changedAt());
            default -> ResponseEntity.status(HttpStatus.GONE).build();
        };
    }

    private static ResponseEntity<Void> answer(HttpStatus status, Member member, int version, Instant at) {
        return ResponseEntity.status(status)
                .header("Pc-Version", Integer.toString(version))
                .header("Pc-Saved", Times.withYear(member.zone()).clock(at))
                .build();
    }

    @PostMapping(ADDRESS)
    String handIn(
            @CurrentMember Member member,
            @PathVariable String instrument,
            @PathVariable String wave,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Survey survey = answerable(member, instrument, wave, sent);
        Sheet sheet = sheet(member, survey, sent);
        boolean later = sent.containsKey("later");
        String page = member.path(survey.key().path());
        return switch (later ? answering.keep(member, survey, sheet) : answering.handIn(member, survey, sheet)) {
            case Answering.Outcome.Kept kept -> {
                flash.addFlashAttribute("notice", "survey.kept");
                yield "redirect:" + (sent.containsKey("stay") ? page : back(member, survey));
            }
            case Answering.Outcome.HandedIn done -> {
                flash.addFlashAttribute("notice", "survey.handed-in");
                yield "redirect:" + page + "/result";
            }
            case Answering.Outcome.Missing missing -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(member, desk.atAddress(member, instrument, wave), missing.fields(), model);
            }
            case Answering.Outcome.Stale stale -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield choose(
                        member, survey, new TwoVersions(survey.instrument(), sheet.answers(), stale.kept()), model);
            }
            case Answering.Outcome.Closed closed -> throw closed(member, survey, sheet.answers());
        };
    }

    private String choose(Member member, Survey survey, TwoVersions versions, Model model) {
        model.addAttribute("head", head(member, survey, desk.now()));
        model.addAttribute("version", versions.kept().version());
        model.addAttribute("writer", writer());
        model.addAttribute(
                "savedAt",
                Times.of(member.zone(), desk.now()).moment(versions.kept().changedAt()));
        model.addAttribute("differences", versions.differences());
        model.addAttribute("yours", versions.fields(versions.yours()));
        model.addAttribute("kept", versions.fields(versions.kept().draft()));
        return "survey/two-versions";
    }

    /** The survey, if the member is one of those whom it asks, and can answer now; a refusal keeps what was typed. */
    private Survey answerable(Member member, String instrument, String wave, Map<String, String> sent) {
        Survey survey = desk.atAddress(member, instrument, wave);
        if (!survey.asksMember()) {
            throw notAsked(member);
        }
        requireOpen(
                member,
                survey,
                Sheet.of(survey.instrument(), member.role(), sent).answers());
        return survey;
    }

    /** A refusal shows these words, to read and to copy. */
    private void requireOpen(Member member, Survey survey, Answers words) {
        try {
            desk.requireOpen(member, survey);
        } catch (ProblemPage.Thrown refused) {
            throw refused.page()
                    .withKeptText(said.of(survey.instrument(), words))
                    .thrown();
        }
    }

    private static Sheet sheet(Member member, Survey survey, Map<String, String> sent) {
        Sheet sheet = Sheet.of(survey.instrument(), member.role(), sent);
        if (sheet.tooLong()) {
            String texts = sheet.answers().fields().values().stream()
                    .filter(value -> value.length() > Sheet.LONGEST_TEXT)
                    .reduce("", (one, other) -> one + other + "\n\n");
            throw ProblemPage.of(HttpStatus.CONTENT_TOO_LARGE, "TEXT-TOO-LONG", "survey.problem.too-long")
                    .withArgs(Sheet.LONGEST_TEXT)
                    .withKeptText(texts.strip())
                    .thrown();
        }
        return sheet;
    }

    static HeadView head(Member member, Survey survey, Instant now) {
        Administration administration = survey.administration();
        SurveyAsker.Asked asked = survey.asWork() ? survey.asked() : null;
        return new HeadView(
                survey.instrument().title(),
                survey.instrument().lead(),
                survey.waveKey(),
                survey.seesKey(),
                survey.instrument().minutes(),
                survey.instrument().items().size(),
                survey.anonymous(),
                survey.phase(now).name(),
                administration == null || survey.asWork()
                        ? null
                        : Times.of(member.zone(), now).dayOrNull(administration.lastMoment()),
                member.path(survey.key().path()),
                member.path("/surveys"),
                asked == null ? null : asked.title(),
                asked == null ? null : member.path(asked.path()));
    }

    private static SavedView saved(Member member, Survey survey, Instant now) {
        Response response = survey.response();
        Times times = Times.of(member.zone(), now);
        if (response == null) {
            return new SavedView(0, writer(), null, null, localKey(member, survey), false);
        }
        boolean empty = response.draft().isEmpty();
        return new SavedView(
                response.version(),
                writer(),
                empty ? null : times.saved(response.changedAt()),
                times.dayOrNull(response.handedInAt()),
                localKey(member, survey),
                response.handedIn() && !response.draft().equals(response.answers()));
    }

    static @Nullable String localKey(Member member, Survey survey) {
        return survey.anonymous()
                ? null
                : "pc-" + member.id() + "-" + survey.key().instrument() + "-"
                        + survey.key().wave().word();
    }

    private static String writer() {
        return Integer.toHexString(ThreadLocalRandom.current().nextInt());
    }

    private static String back(Member member, Survey survey) {
        SurveyAsker.Asked asked = survey.asked();
        return member.path(asked == null || !survey.asWork() ? "/surveys" : asked.path());
    }

    private static ProblemPage.Thrown notAsked(Member member) {
        return ProblemPage.of(HttpStatus.FORBIDDEN, "NOT-ASKED", "survey.problem.not-asked")
                .withWayOut(member.path("/surveys"))
                .thrown();
    }

    private ProblemPage.Thrown closed(Member member, Survey survey, Answers sent) {
        return ProblemPage.of(HttpStatus.CONFLICT, "SURVEY-CLOSED", "survey.problem.closed")
                .withKeptText(said.of(survey.instrument(), sent))
                .withWayOut(member.path(survey.key().path()))
                .thrown();
    }
}
