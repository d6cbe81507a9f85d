package org.peercoach.gradebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.gradebook.GradebookController.Chip;
import org.peercoach.gradebook.GradebookController.ScoreRow;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The trainer's list of points in one activity: who, how many, where they are; by state, by reason, page by page. */
@Component
class ScoreSheets {

    /** So many people on a page. */
    static final int PAGE = 50;

    private static final String REASON = "gradebook.reason.";

    /** Filters of the list, the buckets of {@link ScorePages}; the last is for people without points. */
    private enum Filter {
        ALL,
        SENT,
        WAITING,
        FAILED,
        DIFFERENT,
        KEPT_HERE,
        NONE;

        static Filter of(String name) {
            return Stream.of(values())
                    .filter(filter -> filter.name().equals(name))
                    .findFirst()
                    .orElse(ALL);
        }

        String bucket() {
            return this == ALL ? "" : name();
        }
    }

    /**
     * What of the list somebody wants to see.
     *
     * @param state name of a filter, or empty
     * @param reason why points were not sent, such as {@code busy}, or empty
     * @param after the last person of the page before, or 0
     * @param before the first person of the page after, or 0
     */
    record Wish(String state, String reason, long after, long before) {

        /** As the rows hold it; "" for none, and for what cannot be one. */
        String reasonKey() {
            return reason.matches("[a-z-]{1,40}") ? REASON + reason : "";
        }
    }

    private final ScorePages pages;
    private final MessageSource messages;

    ScoreSheets(ScorePages pages, MessageSource messages) {
        this.pages = pages;
        this.messages = messages;
    }

    /**
     * @param reasons chips by reason, if the list shows points of several
     * @param failed how many were not sent for good
     * @param different how many the LMS shows differently, without a decision
     * @param earlier where the previous page is, or null; {@code later} alike
     */
    record Sheet(
            List<ScoreRow> rows,
            List<Chip> chips,
            List<Chip> reasons,
            int failed,
            int different,
            @Nullable String earlier,
            @Nullable String later) {}

    /** A page, and whether there are others beside it. */
    private record Cut(List<ScorePages.Line> lines, boolean earlier, boolean later) {}

    /** All coaches of the course, and whoever else has points in this activity. */
    Sheet sheet(Member trainer, GradedActivities.Graded graded, Wish wish) {
        List<ScorePages.Count> counts = pages.counts(trainer.course(), graded.key());
        Filter current = Filter.of(wish.state());
        Cut cut = cut(new ScorePages.Wanted(trainer.course(), graded.key(), current.bucket(), wish.reasonKey()), wish);
        String here = path(trainer, graded, current) + (wish.reasonKey().isEmpty() ? "" : "&reason=" + wish.reason());
        List<ScorePages.Line> lines = cut.lines();
        return new Sheet(
                lines.stream()
                        .map(line -> row(line.name(), graded, line.status(), trainer, new MemberId(line.member())))
                        .toList(),
                chips(trainer, graded, current, counts),
                current == Filter.ALL ? List.of() : reasons(trainer, graded, current, counts, wish),
                count(counts, Filter.FAILED),
                count(counts, Filter.DIFFERENT),
                cut.earlier() ? here + "&before=" + lines.getFirst().member() : null,
                cut.later() ? here + "&after=" + lines.getLast().member() : null);
    }

    /** One person more than fits tells whether the list goes on; where nobody is left, it begins anew. */
    private Cut cut(ScorePages.Wanted wanted, Wish wish) {
        if (wish.before() > 0) {
            List<ScorePages.Line> found = pages.before(wanted, wish.before(), PAGE + 1);
            boolean more = found.size() > PAGE;
            return found.isEmpty() ? first(wanted) : new Cut(more ? found.subList(1, PAGE + 1) : found, more, true);
        }
        if (wish.after() > 0) {
            List<ScorePages.Line> found = pages.behind(wanted, wish.after(), PAGE + 1);
            return found.isEmpty() ? first(wanted) : cut(found, true);
        }
        return first(wanted);
    }

    private Cut first(ScorePages.Wanted wanted) {
        return cut(pages.behind(wanted, 0, PAGE + 1), false);
    }

    private static Cut cut(List<ScorePages.Line> found, boolean earlier) {
        boolean more = found.size() > PAGE;
        return new Cut(more ? found.subList(0, PAGE) : found, earlier, more);
    }

    private List<Chip> chips(
            Member trainer, GradedActivities.Graded graded, Filter current, List<ScorePages.Count> counts) {
        List<Chip> chips = new ArrayList<>();
        for (Filter filter : Filter.values()) {
            int count = count(counts, filter);
            if (count > 0 || filter == Filter.ALL || filter == current) {
                chips.add(new Chip(
                        words("gradebook.filter." + filter), count, path(trainer, graded, filter), filter == current));
            }
        }
        return chips;
    }

    private List<Chip> reasons(
            Member trainer, GradedActivities.Graded graded, Filter filter, List<ScorePages.Count> counts, Wish wish) {
        List<ScorePages.Count> told = counts.stream()
                .filter(count -> count.bucket().equals(filter.bucket()))
                .filter(count -> count.reason().startsWith(REASON))
                .toList();
        String path = path(trainer, graded, filter);
        return told.size() < 2
                ? List.of()
                : told.stream()
                        .map(count -> new Chip(
                                withoutStop(words(count.reason())),
                                count.people(),
                                path + "&reason=" + count.reason().substring(REASON.length()),
                                count.reason().equals(wish.reasonKey())))
                        .toList();
    }

    /** A sentence on a chip is none. */
    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /**
     * @param title what the line is called: a person or an activity
     * @param reader who reads, in whose course it is
     * @param whose points
     */
    static ScoreRow row(
            String title,
            GradedActivities.Graded graded,
            @Nullable DeliveryStatus status,
            Member reader,
            MemberId whose) {
        String history = status == null
                ? null
                : UriComponentsBuilder.fromPath(reader.path("/gradebook/history"))
                        .queryParam("activity", graded.key())
                        .queryParam("person", whose)
                        .encode()
                        .build()
                        .toUriString();
        Integer points = status == null ? null : (Integer) status.points();
        return new ScoreRow(title, points, graded.maximum(), status, whose.value(), offer(status), history);
    }

    private static String offer(@Nullable DeliveryStatus status) {
        if (status == null) {
            return "";
        }
        if (status.difference() != null) {
            return "difference";
        }
        boolean again = status.state() == DeliveryStatus.State.FAILED
                || (status.state() == DeliveryStatus.State.WAITING && status.nextTry() != null);
        return again ? "again" : "";
    }

    private static int count(List<ScorePages.Count> counts, Filter filter) {
        return counts.stream()
                .filter(count -> filter == Filter.ALL || count.bucket().equals(filter.bucket()))
                .mapToInt(ScorePages.Count::people)
                .sum();
    }

    private static String path(Member trainer, GradedActivities.Graded graded, Filter filter) {
        UriComponentsBuilder path =
                UriComponentsBuilder.fromPath(trainer.path("/gradebook")).queryParam("activity", graded.key());
        return filter == Filter.ALL
                ? path.encode().build().toUriString()
                : path.queryParam("state", filter).encode().build().toUriString();
    }

    private String words(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
