package org.peercoach.training;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.Roster;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.time.Times;
import org.peercoach.training.cohort.CohortPlans;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** One handed-in worksheet as trainers see it: its versions without what is about colleagues, never a draft. */
@Component
class MarkPage {

    private final Catalogs catalogs;
    private final Workbook workbook;
    private final Marking marking;
    private final MarkDrafts drafts;
    private final WorksheetPage pages;
    private final Roster roster;
    private final CohortPlans plans;
    private final Clock clock;

    MarkPage(
            Catalogs catalogs,
            Workbook workbook,
            Marking marking,
            MarkDrafts drafts,
            WorksheetPage pages,
            Roster roster,
            CohortPlans plans,
            Clock clock) {
        this.clock = clock;
        this.catalogs = catalogs;
        this.workbook = workbook;
        this.marking = marking;
        this.drafts = drafts;
        this.pages = pages;
        this.roster = roster;
        this.plans = plans;
    }

    /**
     * @param version the number of the last version, which is the one that is marked
     * @param handedIn its id
     * @param word what was said of it, or null while it waits
     * @param next where the next one that waits is, or null
     */
    public record SheetView(
            String name,
            int session,
            int number,
            String title,
            String doneWhen,
            int points,
            int version,
            long handedIn,
            String at,
            AnswersPage.AnswersView answers,
            WorksheetPage.@Nullable WordView word,
            List<WorksheetPage.VersionRow> earlier,
            String action,
            String list,
            @Nullable String next) {}

    /**
     * The form as it was sent, as it was left, or as it begins.
     *
     * @param faultKey message key of what is wrong, or null
     */
    public record FormView(
            String comment,
            @Nullable String verdict,
            @Nullable String faultKey,
            int longest) {
        static FormView of(String comment, @Nullable String verdict, @Nullable String faultKey) {
            return new FormView(comment, verdict, faultKey, GivenMark.LONGEST_COMMENT);
        }
    }

    /**
     * A worksheet that trainers see, of a member of their course.
     *
     * @throws ProblemPage.Thrown 404 if there is none
     */
    Marking.Sheet at(Member trainer, long member, String id) {
        Member author = roster.member(trainer.course(), new MemberId(member)).orElseThrow(ProblemPage::notHere);
        return catalogs.whole(trainer).sessions().stream()
                .flatMap(session -> session.activity(id).stream()
                        .filter(ActivityContent::marked)
                        .map(activity -> new Marking.Sheet(author, session, activity)))
                .findFirst()
                .orElseThrow(ProblemPage::notHere);
    }

    /** The same, and 404 as well if it was never handed in. */
    Marking.Sheet handedIn(Member trainer, long member, String id) {
        Marking.Sheet sheet = at(trainer, member, id);
        if (workbook.state(sheet.author(), sheet.activity()).versions().none()) {
            throw ProblemPage.notHere();
        }
        return sheet;
    }

    /**
     * All versions that were handed in, the last first.
     *
     * @throws ProblemPage.Thrown 404 if there is none
     */
    List<HandIn> versions(Marking.Sheet sheet) {
        return versions(workbook.state(sheet.author(), sheet.activity()));
    }

    private List<HandIn> versions(ActivityState state) {
        List<HandIn> versions = state.versions().none() ? List.of() : workbook.handedIn(state);
        if (versions.isEmpty()) {
            throw ProblemPage.notHere();
        }
        return versions;
    }

    /** Whether the cohort leaves it out: then nobody can hand it in again, and "not yet" would be the last word. */
    boolean off(Marking.Sheet sheet) {
        return plans.of(sheet.author().course())
                .leavesOut(sheet.session().number(), sheet.activity().id());
    }

    /** @param form as it was sent, or null for what this trainer has typed before */
    String show(Member trainer, Marking.Sheet sheet, @Nullable FormView form, Model model) {
        ActivityState state = workbook.state(sheet.author(), sheet.activity());
        long handedIn = versions(state).getFirst().id();
        MarkDrafts.Draft draft = drafts.of(trainer, handedIn);
        model.addAttribute("form", form == null ? FormView.of(draft.comment(), draft.verdict(), null) : form);
        model.addAttribute("saved", saved(trainer, draft));
        model.addAttribute("off", off(sheet));
        model.addAttribute("sheet", view(trainer, sheet, state, handedIn));
        return "training/marking";
    }

    private SheetView view(Member trainer, Marking.Sheet sheet, ActivityState state, long handedIn) {
        ActivityContent activity = sheet.activity();
        List<WorksheetPage.VersionRow> versions =
                pages.versions(trainer, activity.work().groups(), state, AnswersPage.Reader.TRAINER);
        WorksheetPage.VersionRow last = versions.getFirst();
        return new SheetView(
                sheet.author().name(),
                sheet.session().number(),
                activity.number(),
                activity.title(),
                activity.doneWhen(),
                activity.points(),
                last.number(),
                handedIn,
                last.at(),
                last.answers(),
                state.versions().verdict() == null ? null : last.word(),
                versions.subList(1, versions.size()),
                path(trainer, sheet),
                trainer.path(MarkingController.LIST),
                marking.next(sheet, state)
                        .map(one -> trainer.path(marking.path(one.author(), one.activityId())))
                        .orElse(null));
    }

    String path(Member trainer, Marking.Sheet sheet) {
        return trainer.path(marking.path(sheet.author().id(), sheet.activity().id()));
    }

    private ActivityController.SavedView saved(Member trainer, MarkDrafts.Draft draft) {
        return new ActivityController.SavedView(
                draft.version(),
                "a",
                draft.isEmpty()
                        ? null
                        : Times.of(trainer.zone(), clock.instant()).saved(draft.at()),
                null,
                false,
                ActivityController.localKeys(trainer) + "mark-" + draft.handedIn());
    }
}
