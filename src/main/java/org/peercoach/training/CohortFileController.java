package org.peercoach.training;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.shared.csv.Csv;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The grid as a file for a spreadsheet. */
@Controller
@Allow(MemberRole.TRAINER)
class CohortFileController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final CohortGrid grid;
    private final Catalogs catalogs;
    private final MessageSource messages;
    private final Clock clock;

    CohortFileController(CohortGrid grid, Catalogs catalogs, MessageSource messages, Clock clock) {
        this.grid = grid;
        this.catalogs = catalogs;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/c/{course}/training/cohort/cohort.csv")
    ResponseEntity<String> file(
            @CurrentMember Member trainer,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            Locale locale) {
        List<CohortRow> rows = CohortQuestion.of(show, q).of(grid.rows(trainer.course()), clock.instant());
        List<List<String>> lines = new ArrayList<>();
        lines.add(heading(trainer, locale));
        rows.forEach(row -> lines.add(line(row, trainer, locale)));
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("cohort.csv")
                                .build()
                                .toString())
                .body(Csv.MARK
                        + lines.stream().map(line -> Csv.line(line.stream())).collect(Collectors.joining()));
    }

    private List<String> heading(Member trainer, Locale locale) {
        List<String> heading = new ArrayList<>();
        heading.add(say(locale, "training.cohort.coach"));
        catalogs.of(trainer)
                .sessions()
                .forEach(session -> heading.add(say(locale, "training.session", session.number())));
        heading.add(say(locale, "training.cohort.file.done"));
        heading.add(say(locale, "training.cohort.file.worked"));
        return heading;
    }

    private List<String> line(CohortRow row, Member trainer, Locale locale) {
        List<String> line = new ArrayList<>();
        line.add(row.coach().name());
        row.cells()
                .forEach(cell -> line.add(say(locale, "training.cohort.cell." + cell.state(), cell.done(), cell.of())));
        line.add(Integer.toString(row.sessionsDone()));
        line.add(
                row.workedAt() == null
                        ? ""
                        : row.workedAt().atZone(trainer.zone()).toLocalDate().toString());
        return line;
    }

    private String say(Locale locale, String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
