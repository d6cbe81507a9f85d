package org.peercoach.console.doctor;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.diagnosis.LaunchHistory;
import org.peercoach.lti.diagnosis.LaunchHistory.Reader;
import org.peercoach.lti.diagnosis.LoggedLaunch;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.time.Times;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;

/** The launch doctor's pages, for a district and for the operator alike. */
@Component
class DoctorPages {

    private static final int PAGE = 50;

    private final LaunchHistory history;
    private final LaunchWords words;

    DoctorPages(LaunchHistory history, LaunchWords words) {
        this.history = history;
        this.words = words;
    }

    /** Who looks, from where. */
    record Desk(Reader reader, String path, ZoneId zone, Locale locale) {

        LaunchWords.Setting setting() {
            return new LaunchWords.Setting(path, zone, locale);
        }
    }

    /**
     * What the form asks for, as it was typed.
     *
     * @param ref the support code
     * @param show {@code refused} or {@code all}
     * @param result a code such as {@code LAUNCH-EXPIRED}, or blank
     * @param day such as {@code 2026-11-25}, or blank
     * @param before the id that the page goes on from, or 0
     */
    public record Search(
            @Nullable String ref,
            @Nullable String show,
            @Nullable String result,
            @Nullable String day,
            @Nullable Long before) {

        /** The code as it is kept, however it was copied. */
        @Nullable
        String reference() {
            String code = ref == null ? "" : ref.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
            if (code.isEmpty()) {
                return null;
            }
            return code.length() == 8 ? code.substring(0, 4) + "-" + code.substring(4) : code;
        }

        /** Whoever looks for a code wants it, whatever became of it. */
        boolean refusedOnly() {
            return reference() == null && !"all".equals(show);
        }

        /** A code to look for, or null; anything else than letters and dashes is none. */
        @Nullable
        String code() {
            return result != null && result.matches("[A-Z-]{3,32}") ? result : null;
        }

        long from() {
            return before == null ? 0 : before;
        }

        @Nullable
        LocalDate date() {
            try {
                return day == null || day.isBlank() ? null : LocalDate.parse(day.strip());
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    }

    /** A state with its look. */
    public record State(String kind, String icon, String word) {}

    /** One line of the list. */
    public record LaunchRow(
            String path,
            String at,
            String time,
            String lms,
            String title,
            String who,
            State state,
            @Nullable String reference) {}

    /** One launch in full. */
    public record LaunchDetail(
            LaunchRow row,
            String time,
            String code,
            String cause,
            String cure,
            @Nullable String expected,
            @Nullable String received,
            List<String> facts,
            String support) {}

    /** A result to choose. */
    public record Choice(String code, boolean chosen) {}

    String list(Desk desk, Search search, Model model) {
        List<LoggedLaunch> found = history.find(desk.reader(), query(desk, search));
        boolean more = found.size() > PAGE;
        List<LoggedLaunch> shown = more ? found.subList(0, PAGE) : found;
        model.addAttribute("search", search);
        model.addAttribute("reference", search.reference());
        model.addAttribute("base", desk.path());
        model.addAttribute("zone", new Times(desk.locale(), desk.zone(), null).zoneName());
        model.addAttribute("choices", choices(search.result()));
        model.addAttribute(
                "rows",
                shown.stream().map(launch -> words.row(launch, desk.setting())).toList());
        model.addAttribute(
                "found",
                search.reference() != null && shown.size() == 1
                        ? words.detail(shown.getFirst(), desk.setting())
                        : null);
        model.addAttribute(
                "older", more ? address(desk.path(), search, shown.getLast().id()) : null);
        model.addAttribute("newest", search.from() == 0 ? null : address(desk.path(), search, 0));
        return "console/doctor/launches";
    }

    String one(Desk desk, long id, Model model) {
        LoggedLaunch launch = history.one(desk.reader(), id).orElseThrow(ProblemPage::notHere);
        model.addAttribute("base", desk.path());
        model.addAttribute("launch", words.detail(launch, desk.setting()));
        return "console/doctor/launch";
    }

    private static LaunchHistory.Query query(Desk desk, Search search) {
        LocalDate day = search.date();
        return new LaunchHistory.Query(
                search.refusedOnly(),
                search.reference(),
                search.code(),
                day == null ? null : day.atStartOfDay(desk.zone()).toInstant(),
                day == null ? null : day.plusDays(1).atStartOfDay(desk.zone()).toInstant(),
                search.from(),
                PAGE + 1);
    }

    /** The codes that stand on pages; the finer causes share theirs. */
    private static List<Choice> choices(@Nullable String chosen) {
        return Arrays.stream(LaunchCause.values())
                .filter(LaunchCause::isCode)
                .map(cause -> cause.name().replace('_', '-'))
                .map(code -> new Choice(code, code.equals(chosen)))
                .toList();
    }

    /** The same search, from another place on. Its parts hold nothing that an address would misread. */
    private static String address(String path, Search search, long before) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        address.queryParam("show", search.refusedOnly() ? "refused" : "all");
        address.queryParamIfPresent("result", Optional.ofNullable(search.code()));
        address.queryParamIfPresent("day", Optional.ofNullable(search.date()));
        address.queryParamIfPresent("ref", Optional.ofNullable(search.reference()));
        address.queryParamIfPresent("before", before == 0 ? Optional.empty() : Optional.of(before));
        return address.build().toUriString();
    }
}
