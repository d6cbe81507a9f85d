package org.peercoach.course.roles;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.MemberRole;
import org.peercoach.course.district.Administrator;
import org.peercoach.course.district.CurrentAdministrator;
import org.peercoach.course.launch.OwnRule;
import org.peercoach.course.launch.RuleSet;
import org.peercoach.shared.ProblemPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The role rules of a district's connections and courses. A change is drafted on the page, looked at, and only then saved:
 * the draft travels in the forms, so nothing is stored before.
 */
@Controller
class RolesController {

    private static final String PAGE = "/d/{district}/roles/{kind:lms|courses}/{id}";

    private final RuleScopes scopes;
    private final RuleRows rows;
    private final RulesPage page;
    private final RuleBook book;
    private final Trials trials;

    RolesController(RuleScopes scopes, RuleRows rows, RulesPage page, RuleBook book, Trials trials) {
        this.scopes = scopes;
        this.rows = rows;
        this.page = page;
        this.book = book;
        this.trials = trials;
    }

    /** A connection or course on the first page. */
    public record ScopeRow(RuleScope scope, int own, int off) {}

    /** A draft as it comes back from the browser. */
    record DraftForm(@Nullable String draft, int version) {
        RuleSet rules() {
            try {
                return RuleSet.parse(draft == null ? "" : draft);
            } catch (IllegalArgumentException e) {
                throw ProblemPage.of(HttpStatus.BAD_REQUEST, "BAD-REQUEST", "shared.problem.bad-request")
                        .thrown();
            }
        }
    }

    /** A rule as it is typed. */
    public record RuleForm(
            OwnRule.@Nullable Kind kind,
            @Nullable String parameter,
            @Nullable String value,
            @Nullable MemberRole role) {

        Optional<OwnRule> rule() {
            return kind == null || role == null
                    ? Optional.empty()
                    : Optional.of(
                            new OwnRule(0, kind, parameter == null ? "" : parameter, value == null ? "" : value, role));
        }
    }

    @GetMapping("/d/{district}/roles")
    String overview(@CurrentAdministrator Administrator who, Model model) {
        model.addAttribute("administrator", who);
        model.addAttribute("connections", rows(who, scopes.connections(who)));
        model.addAttribute("courses", rows(who, scopes.coursesWithRules(who)));
        return "course/roles";
    }

    @GetMapping(PAGE)
    String rules(
            @CurrentAdministrator Administrator who, @PathVariable String kind, @PathVariable long id, Model model) {
        RuleScope scope = scope(who, kind, id);
        RuleRows.Stored stored = rows.of(scope);
        return page.show(who, scope, stored.rules(), stored.version(), model);
    }

    /** Moves, removes or switches one rule of the draft. */
    @PostMapping(PAGE + "/draft")
    String draft(
            @CurrentAdministrator Administrator who,
            @PathVariable String kind,
            @PathVariable long id,
            @ModelAttribute DraftForm form,
            @RequestParam(defaultValue = "") String act,
            Model model) {
        RuleSet changed = DraftActs.done(form.rules(), act);
        return page.show(who, scope(who, kind, id), changed, form.version(), model);
    }

    @PostMapping(PAGE + "/add")
    String add(
            @CurrentAdministrator Administrator who,
            @PathVariable String kind,
            @PathVariable long id,
            @ModelAttribute DraftForm form,
            @ModelAttribute RuleForm typed,
            Model model,
            HttpServletResponse response) {
        RuleSet draft = form.rules();
        Optional<OwnRule> rule = typed.rule();
        Optional<String> fault =
                draft.full() ? Optional.of("full") : rule.map(OwnRule::fault).orElse(Optional.of("value"));
        if (rule.isPresent() && fault.isEmpty()) {
            return page.show(who, scope(who, kind, id), draft.with(rule.get()), form.version(), model);
        }
        model.addAttribute("typed", typed);
        model.addAttribute("fault", fault.orElse("value"));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page.show(who, scope(who, kind, id), draft, form.version(), model);
    }

    @PostMapping(PAGE + "/try")
    String tryOut(
            @CurrentAdministrator Administrator who,
            @PathVariable String kind,
            @PathVariable long id,
            @ModelAttribute DraftForm form,
            @ModelAttribute Trials.TrialForm typed,
            Model model,
            HttpServletResponse response) {
        RuleScope scope = scope(who, kind, id);
        Optional<Trials.TrialView> trial = trials.of(scope, form.rules(), typed);
        if (trial.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("tried", typed);
        model.addAttribute("trial", trial.orElse(null));
        model.addAttribute("unreadable", trial.isEmpty());
        return page.show(who, scope, form.rules(), form.version(), model);
    }

    /** What the draft would do. */
    @PostMapping(PAGE + "/effect")
    String effect(
            @CurrentAdministrator Administrator who,
            @PathVariable String kind,
            @PathVariable long id,
            @ModelAttribute DraftForm form,
            Model model,
            HttpServletResponse response) {
        RuleScope scope = scope(who, kind, id);
        return effect(scope, form, new RuleBook.Outcome(book.effect(scope, form.rules()), false), model, response);
    }

    @PostMapping(PAGE)
    String save(
            @CurrentAdministrator Administrator who,
            @PathVariable String kind,
            @PathVariable long id,
            @ModelAttribute DraftForm form,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        RuleScope scope = scope(who, kind, id);
        RuleBook.Outcome outcome = book.save(scope, form.rules(), form.version(), who);
        if (!outcome.saved()) {
            return effect(scope, form, outcome, model, response);
        }
        flash.addFlashAttribute("notice", "course.roles.saved");
        return "redirect:" + scope.path();
    }

    @PostMapping(PAGE + "/undo")
    String undo(
            @CurrentAdministrator Administrator who,
            @PathVariable String kind,
            @PathVariable long id,
            RedirectAttributes flash) {
        RuleScope scope = scope(who, kind, id);
        boolean done = book.undo(scope, who).filter(RuleBook.Outcome::saved).isPresent();
        flash.addFlashAttribute("notice", done ? "course.roles.undone" : "course.roles.not-undone");
        return "redirect:" + scope.path();
    }

    private static String effect(
            RuleScope scope, DraftForm form, RuleBook.Outcome outcome, Model model, HttpServletResponse response) {
        if (outcome.stale() || outcome.effect().refusal() != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("scope", scope);
        model.addAttribute("draft", form.draft());
        model.addAttribute("version", form.version());
        model.addAttribute("effect", outcome.effect());
        model.addAttribute("stale", outcome.stale());
        return "course/rules-effect";
    }

    private List<ScopeRow> rows(Administrator who, List<RuleScope> found) {
        Map<String, RuleSet> own = rows.of(who.district(), found);
        return found.stream()
                .map(scope -> row(scope, own.getOrDefault(scope.place(), RuleSet.EMPTY)))
                .toList();
    }

    private static ScopeRow row(RuleScope scope, RuleSet rules) {
        return new ScopeRow(scope, rules.own().size(), rules.off().size());
    }

    private RuleScope scope(Administrator who, String kind, long id) {
        return (kind.equals("lms") ? scopes.connection(who, id) : scopes.course(who, id))
                .orElseThrow(ProblemPage::notHere);
    }
}
