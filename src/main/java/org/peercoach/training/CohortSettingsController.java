package org.peercoach.training;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.shared.time.Times;
import org.peercoach.training.cohort.CohortPlan;
import org.peercoach.training.cohort.CohortPlans;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a cohort runs: order, dates, and what it leaves out. */
@Controller
@Allow(MemberRole.TRAINER)
class CohortSettingsController {

    private static final String ADDRESS = "/c/{course}/training/cohort/settings";
    private static final String READ = "read";

    private final Catalogs catalogs;
    private final CohortPlans plans;
    private final CohortSettings settings;
    private final Clock clock;

    CohortSettingsController(Catalogs catalogs, CohortPlans plans, CohortSettings settings, Clock clock) {
        this.clock = clock;
        this.catalogs = catalogs;
        this.plans = plans;
        this.settings = settings;
    }

    /**
     * One session.
     *
     * @param opens as the field shows it
     * @param fault message key of what is wrong with the days, or null
     * @param reachable points that can be reached with what is on
     * @param place in the cohort's order, as the field shows it
     */
    public record SessionRow(
            int number,
            String title,
            boolean kept,
            String place,
            String opens,
            String due,
            @Nullable String fault,
            int on,
            int reachable,
            int points,
            List<ActivityRow> activities) {}

    /** @param needs message key of what it waits for, or null when it can be worked on */
    public record ActivityRow(
            String id,
            int number,
            String title,
            String kindKey,
            int points,
            boolean required,
            boolean on,
            @Nullable String needs) {}

    /**
     * @param waiting how many activities that are on wait for something that is not here yet
     * @param read of which moment the plan is that the form changes
     * @param meanwhile when somebody else has changed it since, or null
     */
    public record SettingsView(
            String action,
            String back,
            boolean locked,
            int waiting,
            String read,
            @Nullable String meanwhile) {}

    /** The plan that a form changes. @param at when it was changed last; {@code meanwhile} says that this was just now */
    private record Read(String at, @Nullable String meanwhile) {}

    @GetMapping(ADDRESS)
    String show(@CurrentMember Member trainer, Model model) {
        // First when, then what: of a change in between the form learns when it is sent.
        Read read = new Read(plans.changedAt(trainer.course()).toString(), null);
        CohortPlan plan = plans.now(trainer.course());
        return page(trainer, CohortForm.of(plan), field(trainer, plan), read, model);
    }

    @PostMapping(ADDRESS)
    String keep(
            @CurrentMember Member trainer,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        CohortForm form = CohortForm.of(sent, catalogs.whole(trainer).sessions(), plans.of(trainer.course()));
        if (!form.faults().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(trainer, form, name -> kept(sent, name), new Read(kept(sent, READ), null), model);
        }
        if (!settings.keep(trainer, form.plan(), read(sent))) {
            response.setStatus(HttpStatus.CONFLICT.value());
            Instant at = plans.changedAt(trainer.course());
            Read newer = new Read(
                    at.toString(), Times.of(trainer.zone(), clock.instant()).moment(at));
            return page(trainer, form, name -> kept(sent, name), newer, model);
        }
        flash.addFlashAttribute("notice", "training.settings.kept");
        return "redirect:" + trainer.path("/training/cohort/settings");
    }

    /** Null for a form that does not say it. */
    private static @Nullable Instant read(MultiValueMap<String, String> sent) {
        try {
            return Instant.parse(kept(sent, READ));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String kept(MultiValueMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value;
    }

    private Function<String, String> field(Member trainer, CohortPlan plan) {
        Map<String, String> fields = new HashMap<>();
        int place = 0;
        for (SessionContent session : ordered(trainer, plan)) {
            int number = session.number();
            fields.put(CohortForm.opens(number), say(plan.dates(number).opens()));
            fields.put(CohortForm.due(number), say(plan.dates(number).due()));
            fields.put(CohortForm.place(number), Integer.toString(++place));
        }
        return name -> fields.getOrDefault(name, "");
    }

    /** All sessions, in the cohort's order. */
    private List<SessionContent> ordered(Member trainer, CohortPlan plan) {
        return CohortForm.ordered(catalogs.whole(trainer).sessions(), plan);
    }

    private static String say(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private String page(Member trainer, CohortForm form, Function<String, String> field, Read read, Model model) {
        CohortPlan plan = form.plan();
        Map<Integer, String> faults = form.faults();
        int waiting = (int) catalogs.whole(trainer).sessions().stream()
                .flatMap(session -> session.activities().stream())
                .filter(activity -> !activity.open() && !plan.off().contains(activity.id()))
                .count();
        model.addAttribute("member", trainer);
        model.addAttribute(
                "settings",
                new SettingsView(
                        trainer.path("/training/cohort/settings"),
                        trainer.path(CohortController.PAGE),
                        plan.locked(),
                        waiting,
                        read.at(),
                        read.meanwhile()));
        model.addAttribute("faulty", !faults.isEmpty());
        model.addAttribute("noneFault", faults.get(CohortForm.NONE));
        model.addAttribute(
                "rows",
                ordered(trainer, plan).stream()
                        .map(session -> row(session, plan, faults.get(session.number()), field))
                        .toList());
        return "training/cohort-settings";
    }

    private static SessionRow row(
            SessionContent session, CohortPlan plan, @Nullable String fault, Function<String, String> field) {
        SessionContent on = session.without(plan.off());
        return new SessionRow(
                session.number(),
                session.title(),
                !plan.leavesOut(session.number()),
                field.apply(CohortForm.place(session.number())),
                field.apply(CohortForm.opens(session.number())),
                field.apply(CohortForm.due(session.number())),
                fault,
                on.activities().size(),
                on.reachable(),
                session.points(),
                session.activities().stream()
                        .map(activity -> new ActivityRow(
                                activity.id(),
                                activity.number(),
                                activity.title(),
                                "training.kind." + activity.kind(),
                                activity.points(),
                                activity.required(),
                                !plan.off().contains(activity.id()),
                                activity.opensWith()))
                        .toList());
    }
}
