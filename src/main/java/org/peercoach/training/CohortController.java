package org.peercoach.training;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.shared.time.Times;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All coaches of a cohort by all sessions: who is where, who waits, who is stuck. */
@Controller
@Allow(MemberRole.TRAINER)
class CohortController {

    static final String PAGE = "/training/cohort";

    private final CohortGrid grid;
    private final Catalogs catalogs;
    private final MessageSource messages;
    private final Clock clock;

    CohortController(CohortGrid grid, Catalogs catalogs, MessageSource messages, Clock clock) {
        this.grid = grid;
        this.catalogs = catalogs;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * One cell; put together as far as can be, for there are many.
     *
     * @param css its classes
     * @param use its symbol, behind the file's address
     * @param path of the work that waits, or null
     */
    public record CellView(
            String kind,
            String css,
            String use,
            String word,
            @Nullable String path) {}

    /**
     * One coach.
     *
     * @param waiting in how many sessions work of theirs waits, in words, or null
     * @param now on a phone: the session they are in
     * @param nowWord how they stand in it
     */
    public record CoachRow(
            String name,
            String path,
            String worked,
            boolean waits,
            @Nullable String waiting,
            List<CellView> cells,
            String now,
            CellView nowWord) {}

    /** A chip that shows some of the coaches. */
    public record ShowChip(String key, int count, String path, boolean current) {}

    /** @param named what was searched for, or null */
    public record AskedView(String show, @Nullable String named, String csv, String nudge, int found) {}

    @GetMapping("/c/{course}/training/cohort")
    String cohort(
            @CurrentMember Member trainer,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            Locale locale,
            Model model) {
        CohortQuestion question = CohortQuestion.of(show, q);
        Instant now = clock.instant();
        List<CohortRow> all = grid.rows(trainer.course());
        List<CohortRow> found = question.of(all, now);
        Words words = new Words(trainer, locale, Times.of(trainer.zone(), clock.instant()), new HashMap<>());
        model.addAttribute("member", trainer);
        model.addAttribute("total", all.size());
        model.addAttribute(
                "sessions",
                catalogs.of(trainer).sessions().stream()
                        .map(SessionContent::number)
                        .toList());
        model.addAttribute("chips", chips(trainer, question, all, now));
        model.addAttribute("rows", found.stream().map(words::row).toList());
        model.addAttribute("asked", asked(trainer, question, found.size()));
        return "training/cohort";
    }

    private static AskedView asked(Member trainer, CohortQuestion question, int found) {
        return new AskedView(
                question.show().key(),
                question.named().isEmpty() ? null : question.named(),
                question.path(trainer.path(PAGE + "/cohort.csv")),
                question.path(trainer.path(PAGE + "/nudge")),
                found);
    }

    private static List<ShowChip> chips(Member trainer, CohortQuestion question, List<CohortRow> all, Instant now) {
        return Arrays.stream(CohortQuestion.Show.values())
                .map(show -> new ShowChip(
                        show.name(),
                        question.with(show).of(all, now).size(),
                        question.with(show).path(trainer.path(PAGE)),
                        show == question.show()))
                .toList();
    }

    /** Says each kind of cell once, however many there are of it. */
    private final class Words {

        private final Member trainer;
        private final Locale locale;
        private final Times times;
        private final Map<String, CellView> said;

        Words(Member trainer, Locale locale, Times times, Map<String, CellView> said) {
            this.trainer = trainer;
            this.locale = locale;
            this.times = times;
            this.said = said;
        }

        CoachRow row(CohortRow row) {
            List<CellView> cells = row.cells().stream().map(this::view).toList();
            CohortRow.Cell now = row.now();
            Instant worked = row.workedAt();
            return new CoachRow(
                    row.coach().name(),
                    PersonController.path(trainer, row.coach()),
                    worked == null ? say("training.cohort.never") : say("training.cohort.worked", times.day(worked)),
                    row.waits(),
                    row.waits() ? say("training.cohort.waiting", row.waiting()) : null,
                    cells,
                    say(
                            "training.cohort.now",
                            now.session(),
                            row.sessionsDone(),
                            row.cells().size()),
                    view(now));
        }

        private CellView view(CohortRow.Cell cell) {
            if (cell.waiting() != null) {
                return view(cell, trainer.path(cell.waiting()));
            }
            return said.computeIfAbsent(
                    cell.state() + " " + cell.done() + " " + cell.of(), key -> view(cell, (String) null));
        }

        private CellView view(CohortRow.Cell cell, @Nullable String path) {
            CohortMark mark = CohortMark.of(cell.state());
            return new CellView(
                    mark.kind(),
                    "pc-cell pc-" + mark.kind(),
                    "#" + mark.icon(),
                    say("training.cohort.cell." + cell.state(), cell.done(), cell.of()),
                    path);
        }

        private String say(String key, Object... args) {
            return messages.getMessage(key, args, locale);
        }
    }
}
