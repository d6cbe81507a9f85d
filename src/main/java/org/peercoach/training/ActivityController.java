package org.peercoach.training;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.shared.time.Times;
import org.peercoach.survey.Surveys;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of an activity. Coaches find it as they left it; trainers and leaders see its content and save nothing. */
@Controller
@Allow({MemberRole.COACH, MemberRole.TRAINER, MemberRole.LEADER})
class ActivityController {

    static final String ADDRESS = "/c/{course}/training/sessions/{number}/activities/{id}";

    private final Catalogs catalogs;
    private final Workbook workbook;
    private final SharedEntries sharedEntries;
    private final WorksheetPage worksheets;
    private final Surveys surveys;
    private final OpenWork openWork;
    private final DecisionWords decisions;
    private final LeftOutPage leftOut;
    private final Clock clock;

    ActivityController(
            Catalogs catalogs,
            Workbook workbook,
            SharedEntries sharedEntries,
            WorksheetPage worksheets,
            Surveys surveys,
            OpenWork openWork,
            DecisionWords decisions,
            LeftOutPage leftOut,
            Clock clock) {
        this.clock = clock;
        this.leftOut = leftOut;
        this.openWork = openWork;
        this.decisions = decisions;
        this.catalogs = catalogs;
        this.workbook = workbook;
        this.sharedEntries = sharedEntries;
        this.worksheets = worksheets;
        this.surveys = surveys;
    }

    /** What stands above every activity, and where its form goes. */
    public record HeadView(
            String id,
            int number,
            int session,
            String title,
            String intro,
            String kindKey,
            int minutes,
            int points,
            boolean required,
            String doneWhen,
            String trainingPath,
            String sessionPath,
            String action) {}

    /** Neighbors that can be opened; either may be null. */
    public record PagerView(
            @Nullable String backTitle,
            @Nullable String backPath,
            @Nullable String forwardTitle,
            @Nullable String forwardPath) {}

    /**
     * What is saved.
     *
     * @param version goes with the form, so that a second tab cannot overwrite unseen
     * @param writer names this tab
     * @param saved when it was last saved, or null
     * @param doneOn when it was completed, or null
     * @param renewed whether the content is newer than what the member answered
     */
    public record SavedView(
            int version,
            String writer,
            @Nullable String saved,
            @Nullable String doneOn,
            boolean renewed,
            String localKey) {}

    /** How the page was asked for: after too few words, at a line, at a card, after a card, at a part of a practice. */
    record Asked(
            @Nullable String tooShort,
            @Nullable Integer line,
            @Nullable String card,
            @Nullable String sorted,
            @Nullable String at) {}

    @GetMapping(ADDRESS)
    String activity(
            @CurrentMember Member member, @PathVariable int number, @PathVariable String id, Asked asked, Model model) {
        SessionContent session = catalogs.whole(member).atAddress(number);
        ActivityContent activity = catalogs.whole(member).atAddress(number, id);
        boolean works = member.role() == MemberRole.COACH && activity.open();
        ActivityState begun = works ? openWork.leftOut(member, session, activity) : null;
        if (begun != null && leftOut.begun(member, activity, begun.started())) {
            model.addAttribute("head", head(member, session, activity));
            return view("left-out", model, "leftOut", leftOut.of(member, activity, begun));
        }
        if (works) {
            openWork.at(member, number, id);
        }
        ActivityState state =
                works ? workbook.state(member, activity) : ActivityState.untouched(activity.id(), activity.version());
        model.addAttribute("decided", works ? decisions.of(member, number, state) : null);
        model.addAttribute("preview", member.role() != MemberRole.COACH);
        model.addAttribute("head", head(member, session, activity));
        model.addAttribute("pager", pager(member, session, activity));
        model.addAttribute("saved", saved(member, activity, state, Times.of(member.zone(), clock.instant())));
        return show(member, activity, new Page(state, asked, model));
    }

    private record Page(ActivityState state, Asked asked, Model model) {}

    private String show(Member member, ActivityContent activity, Page page) {
        ActivityState state = page.state();
        Asked asked = page.asked();
        Model model = page.model();
        return switch (activity.work()) {
            case Work.Reading reading -> view("read", model, "reading", ReadingView.of(reading, state));
            case Work.Scene scene ->
                view("watch", model, "scene", ScenePage.of(scene, state, asked.line(), member.role()));
            case Work.Reflection reflection -> {
                model.addAttribute(
                        "earlier",
                        ReflectionPage.earlier(workbook.handedIn(state), Times.of(member.zone(), clock.instant())));
                model.addAttribute("shared", sharedEntries.of(member, activity));
                boolean tooShort = asked.tooShort() != null;
                yield view("reflect", model, "reflection", ReflectionPage.of(reflection, state, tooShort));
            }
            case Work.Check check -> {
                model.addAttribute(
                        "tries",
                        CheckPage.tries(
                                check,
                                activity.version(),
                                workbook.handedIn(state),
                                Times.of(member.zone(), clock.instant())));
                yield view("check", model, "check", CheckPage.of(check, state, member, asked.tooShort() != null));
            }
            case Work.Sorting sorting ->
                view("sort", model, "sorting", SortingPage.of(sorting, state, asked, member.role()));
            case Practice practice -> {
                model.addAttribute("form", form(member, practice, page).withoutEarlier());
                model.addAttribute("earlierFields", EarlierFields.lines(practice, state.draft()));
                boolean through = practice.progress(state.answer()).complete() || state.complete();
                boolean begun = through || practice.recordBegun(state.draft());
                model.addAttribute("recordOpen", begun || member.role() != MemberRole.COACH);
                yield PracticePages.show(practice, state, asked, member.role(), model);
            }
            case Work.Worksheet worksheet -> {
                model.addAttribute("form", form(member, worksheet, page));
                model.addAttribute("sheet", SheetController.link(catalogs, member, worksheet.sheet()));
                String action = ((HeadView) Objects.requireNonNull(model.getAttribute("head"))).action();
                yield view("worksheet", model, "worksheet", worksheets.of(member, activity, state, action));
            }
            case Work.Survey survey -> {
                Surveys.Standing standing = surveys.of(member, survey.key()).orElse(null);
                yield view("survey", model, "survey", SurveyView.of(standing));
            }
            case Work.Room room -> later(activity, model);
        };
    }

    /** The fields of a work; practices with a record show them by the same fragment. */
    private static FieldsPage.FormView form(Member member, Work work, Page page) {
        boolean looks = member.role() != MemberRole.COACH;
        String tooShort = page.asked().tooShort();
        boolean checked = work instanceof Practice ? Practice.RECORD.equals(tooShort) : tooShort != null;
        return FieldsPage.of(work.groups(), page.state().draft(), checked, looks);
    }

    private static String later(ActivityContent activity, Model model) {
        return view("later", model, "room", new RoomView(String.valueOf(activity.opensWith())));
    }

    static String view(String template, Model model, String name, Object work) {
        model.addAttribute(name, work);
        return "training/" + template;
    }

    /** What opens it. */
    public record RoomView(String opensWith) {}

    /**
     * A questionnaire that is answered in its own room.
     *
     * @param path where it is, or null for whom it does not ask
     * @param resultPath where the own answers are, or null
     */
    public record SurveyView(
            @Nullable String title,
            int items,
            boolean begun,
            boolean anonymous,
            @Nullable String path,
            @Nullable String resultPath) {
        static SurveyView of(Surveys.@Nullable Standing standing) {
            if (standing == null) {
                return new SurveyView(null, 0, false, false, null, null);
            }
            boolean done = standing.state() == Surveys.State.HANDED_IN;
            return new SurveyView(
                    standing.title(),
                    standing.items(),
                    standing.state() == Surveys.State.BEGUN,
                    standing.anonymous(),
                    done ? null : standing.path(),
                    done && !standing.anonymous() ? standing.resultPath() : null);
        }
    }

    /** A text with its box, and the member's own note. */
    public record ReadingView(String html, String take, String note) {
        static ReadingView of(Work.Reading reading, ActivityState state) {
            return new ReadingView(reading.html(), reading.take(), state.draft().text(Answer.NOTE));
        }
    }

    static HeadView head(Member member, SessionContent session, ActivityContent activity) {
        return new HeadView(
                activity.id(),
                activity.number(),
                session.number(),
                activity.title(),
                activity.intro(),
                "training.kind." + activity.kind(),
                activity.minutes(),
                activity.points(),
                activity.required(),
                activity.doneWhen(),
                member.path("/training"),
                member.path(session.path()),
                member.path(session.path(activity)));
    }

    private static PagerView pager(Member member, SessionContent session, ActivityContent activity) {
        List<ActivityContent> open = session.open();
        ActivityContent back = open.stream()
                .filter(one -> one.number() < activity.number())
                .reduce((first, second) -> second)
                .orElse(null);
        ActivityContent forward = open.stream()
                .filter(one -> one.number() > activity.number())
                .findFirst()
                .orElse(null);
        return new PagerView(
                back == null ? null : back.title(),
                back == null ? null : member.path(session.path(back)),
                forward == null ? null : forward.title(),
                forward == null ? null : member.path(session.path(forward)));
    }

    /** How the names of copies begin that a browser keeps of this member's unsaved words. */
    static String localKeys(Member member) {
        return "pc-" + member.id() + "-";
    }

    static SavedView saved(Member member, ActivityContent activity, ActivityState state, Times times) {
        return new SavedView(
                state.version(),
                Integer.toHexString(ThreadLocalRandom.current().nextInt()),
                state.started() ? times.saved(state.changedAt()) : null,
                times.dayOrNull(state.completedAt()),
                state.started() && state.contentVersion() < activity.version(),
                localKeys(member) + activity.id());
    }
}
