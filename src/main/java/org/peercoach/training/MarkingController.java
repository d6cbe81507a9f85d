package org.peercoach.training;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.MemberRole;
import org.peercoach.shared.time.Times;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The worksheets of a course that trainers mark: those that wait first, and of these the oldest. */
@Controller
@Allow(MemberRole.TRAINER)
class MarkingController {

    /** Below the course. */
    static final String LIST = "/training/worksheets";

    static final int PAGE = 25;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final Catalogs catalogs;
    private final Marking marking;
    private final Clock clock;

    MarkingController(Catalogs catalogs, Marking marking, Clock clock) {
        this.clock = clock;
        this.catalogs = catalogs;
        this.marking = marking;
    }

    /** @param verdictKey message key of its state, with its kind and icon */
    public record WorksheetRow(
            String name,
            int session,
            int number,
            String title,
            int version,
            String at,
            String path,
            String kind,
            String icon,
            String verdictKey) {}

    public record ChoiceView(String value, String text, boolean chosen) {}

    /**
     * @param waiting how many wait in the whole course
     * @param filtered whether only some are shown
     */
    public record ListView(
            int waiting,
            boolean filtered,
            String path,
            List<ChoiceView> sessions,
            List<ChoiceView> people,
            @Nullable String more) {}

    /** What is asked for; null for all. */
    record Asked(@Nullable Integer session, @Nullable Long who) {}

    @GetMapping("/c/{course}" + LIST)
    String list(
            @CurrentMember Member trainer,
            Asked asked,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        SessionContent session = asked.session() == null
                ? null
                : catalogs.whole(trainer).session(asked.session()).orElse(null);
        MemberId author = asked.who() == null ? null : new MemberId(asked.who());
        Marking.Listed listed = marking.list(trainer, new Marking.Wanted(session, author), place(after), PAGE + 1);
        List<GivenMarks.Handed> shown = listed.rows().stream().limit(PAGE).toList();
        Times times = Times.of(trainer.zone(), clock.instant());
        model.addAttribute(
                "rows",
                shown.stream()
                        .flatMap(one -> row(trainer, one, listed.names(), times).stream())
                        .toList());
        model.addAttribute("kept", ActivityController.localKeys(trainer));
        model.addAttribute(
                "list",
                new ListView(
                        marking.queue(trainer.course()).waiting(),
                        session != null || author != null,
                        trainer.path(LIST),
                        sessions(trainer, session),
                        people(listed.coaches(), author),
                        listed.rows().size() > PAGE ? more(trainer, asked, shown.getLast()) : null));
        return "training/worksheets";
    }

    private Optional<WorksheetRow> row(
            Member trainer, GivenMarks.Handed one, Map<MemberId, String> names, Times times) {
        return catalogs.whole(trainer).sessions().stream()
                .flatMap(session -> session.activity(one.activityId()).stream()
                        .map(activity -> row(trainer, one, new Marking.Where(session, activity), names, times)))
                .findFirst();
    }

    private WorksheetRow row(
            Member trainer, GivenMarks.Handed one, Marking.Where where, Map<MemberId, String> names, Times times) {
        Word word = Word.of(one.verdict());
        return new WorksheetRow(
                names.getOrDefault(one.author(), ""),
                where.session().number(),
                where.activity().number(),
                where.activity().title(),
                one.versions(),
                times.moment(one.at()),
                trainer.path(marking.path(one.author(), one.activityId())),
                word.kind(),
                word.icon(),
                word.key());
    }

    /** A state of a worksheet as icon and word. */
    record Word(String kind, String icon, String key) {
        static Word of(@Nullable Verdict verdict) {
            return verdict == null
                    ? new Word("wait", "waiting", "training.marking.WAITING")
                    : new Word(
                            verdict == Verdict.MEETS ? "ok" : "warn",
                            verdict == Verdict.MEETS ? "done" : "change",
                            "training.marking." + verdict);
        }
    }

    private List<ChoiceView> sessions(Member trainer, @Nullable SessionContent chosen) {
        return catalogs.whole(trainer).sessions().stream()
                .filter(session -> session.activities().stream().anyMatch(ActivityContent::marked))
                .map(session -> new ChoiceView(
                        Integer.toString(session.number()), session.shortTitle(), session.equals(chosen)))
                .toList();
    }

    private static List<ChoiceView> people(List<Member> coaches, @Nullable MemberId chosen) {
        return coaches.stream()
                .sorted(Comparator.comparing(Member::name, String.CASE_INSENSITIVE_ORDER))
                .map(coach -> new ChoiceView(
                        coach.id().toString(), coach.name(), coach.id().equals(chosen)))
                .toList();
    }

    private static String more(Member trainer, Asked asked, GivenMarks.Handed last) {
        return trainer.path(LIST) + "?after=" + last.marking() + "_" + last.at() + "_" + last.state()
                + (asked.session() == null ? "" : "&session=" + asked.session())
                + (asked.who() == null ? "" : "&who=" + asked.who());
    }

    /** The last row of the page before, out of the address; null for the beginning, also when it cannot be read. */
    private static GivenMarks.@Nullable Handed place(@Nullable String after) {
        String[] parts = after == null ? new String[0] : after.split("_");
        if (parts.length != 3 || !parts[0].matches("[12]") || !parts[2].matches("\\d{1,18}")) {
            return null;
        }
        Instant at = instant(parts[1]);
        return at == null
                ? null
                : new GivenMarks.Handed(
                        Long.parseLong(parts[2]), new MemberId(0), "", 0, at, Integer.parseInt(parts[0]), null);
    }

    /** Null for what is none, and for years that no database knows. */
    private static @Nullable Instant instant(String text) {
        try {
            Instant at = Instant.parse(text);
            return at.isBefore(EARLIEST) || at.isAfter(LATEST) ? null : at;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
