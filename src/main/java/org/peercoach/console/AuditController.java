package org.peercoach.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditLog;
import org.peercoach.audit.AuditLog.Noted;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.district.Administrator;
import org.peercoach.course.district.CurrentAdministrator;
import org.peercoach.shared.time.Times;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The log of acts: read only, filtered, and as a file for a spreadsheet. */
@Controller
class AuditController {

    private static final int SIZE = 50;
    private static final String OPERATOR = "/operator/audit";

    private final AuditLog log;
    private final AuditTrail trail;
    private final AuditWords words;
    private final AuditNames names;

    AuditController(AuditLog log, AuditTrail trail, AuditWords words, AuditNames names) {
        this.log = log;
        this.trail = trail;
        this.words = words;
        this.names = names;
    }

    /** What to show, as it was asked for. */
    public record Filter(
            @Nullable String act,
            @Nullable String day,
            @Nullable String actor,
            @Nullable Long before) {

        /** Blank when missing, for the form. */
        public String actOrEmpty() {
            return act == null ? "" : act.strip();
        }

        public String dayOrEmpty() {
            return day == null ? "" : day.strip();
        }

        public String actorOrEmpty() {
            return actor == null ? "" : actor.strip();
        }

        AuditLog.Query query(@Nullable Long district, Times times) {
            LocalDate date = date();
            return new AuditLog.Query(
                    district,
                    actOrEmpty(),
                    actorName(),
                    date == null ? null : date.atStartOfDay(times.zone()).toInstant(),
                    date == null
                            ? null
                            : date.plusDays(1).atStartOfDay(times.zone()).toInstant());
        }

        private @Nullable LocalDate date() {
            try {
                return dayOrEmpty().isEmpty() ? null : LocalDate.parse(dayOrEmpty());
            } catch (DateTimeParseException e) {
                return null;
            }
        }

        /** People type a number, the log says {@code person:12}. */
        private String actorName() {
            String typed = actorOrEmpty().toLowerCase(Locale.ROOT);
            return typed.matches("[0-9]{1,18}") ? "person:" + typed : typed;
        }
    }

    @GetMapping("/d/{district}/audit")
    String list(@CurrentAdministrator Administrator administrator, Filter filter, Model model) {
        model.addAttribute("up", administrator.path(""));
        model.addAttribute("path", administrator.path("/audit"));
        return fill(model, administrator.district(), filter, Times.withYear(administrator.zone()));
    }

    @GetMapping("/d/{district}/audit.csv")
    void file(@CurrentAdministrator Administrator administrator, Filter filter, HttpServletResponse response)
            throws IOException {
        trail.note(administrator.did("audit.exported", null, null));
        write(filter.query(administrator.district(), Times.withYear(administrator.zone())), response);
    }

    @GetMapping(OPERATOR)
    String listForOperator(Filter filter, Model model) {
        model.addAttribute("up", "/operator");
        model.addAttribute("path", OPERATOR);
        return fill(model, null, filter, Times.withYear(ZoneOffset.UTC));
    }

    @GetMapping(OPERATOR + ".csv")
    void fileForOperator(Filter filter, HttpServletResponse response) throws IOException {
        trail.note(new AuditEntry(null, null, "operator", "audit.exported", null, null));
        write(filter.query(null, Times.withYear(ZoneOffset.UTC)), response);
    }

    private String fill(Model model, @Nullable Long district, Filter filter, Times times) {
        List<Noted> found = log.list(filter.query(district, times), filter.before(), SIZE + 1);
        boolean more = found.size() > SIZE;
        List<Noted> shown = more ? found.subList(0, SIZE) : found;
        model.addAttribute("acts", words.choices());
        model.addAttribute("rows", words.rows(shown, district, times));
        model.addAttribute("next", more ? shown.getLast().id() : null);
        model.addAttribute("filter", filter);
        model.addAttribute("everywhere", district == null);
        model.addAttribute("zone", times.zoneName());
        return "console/audit";
    }

    private void write(AuditLog.Query query, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"peer-coaching-audit.csv\"");
        response.setHeader("Cache-Control", "no-store");
        AuditFile file = new AuditFile(response.getWriter());
        file.head();
        log.each(query, portion -> {
            Map<String, String> known = names.of(portion, query.district());
            portion.forEach(noted -> file.line(
                    noted,
                    words.word(noted.entry().act()),
                    known.get(noted.entry().actor())));
        });
        file.end();
    }
}
