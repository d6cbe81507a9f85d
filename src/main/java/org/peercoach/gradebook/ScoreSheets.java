package org.peercoach.gradebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.MemberRole;
import org.peercoach.course.Roster;
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

    /** Filters of the list; the last is for people without points. */
    private enum Filter {
        ALL,
        SENT,
        WAITING,
        FAILED,
        DIFFERENT,
        KEPT_HERE,
        NONE;

        boolean takes(@Nullable DeliveryStatus status) {
            return this == ALL || of(status) == this;
        }

        /** Where somebody is counted: a difference that waits for a decision before anything else. */
        private static Filter of(@Nullable DeliveryStatus status) {
            if (status == null) {
                return NONE;
            }
            DeliveryStatus.Difference difference = status.difference();
            return difference != null && difference.open()
                    ? DIFFERENT
                    : valueOf(status.state().name());
        }

        static Filter of(String name) {
            return Stream.of(values())
                    .filter(filter -> filter.name().equals(name))
                    .findFirst()
                    .orElse(ALL);
        }
    }

    /**
     * What of the list somebody wants to see.
     *
     * @param state name of a filter, or empty
     * @param reason why points were not sent, such as {@code busy}, or empty
     * @param after the last person of the page before, or 0
     */
    record Wish(String state, String reason, long after) {}

    private final Roster roster;
    private final ScoreRows rows;
    private final MessageSource messages;

    ScoreSheets(Roster roster, ScoreRows rows, MessageSource messages) {
        this.roster = roster;
        this.rows = rows;
        this.messages = messages;
    }

    /**
     * @param reasons chips by reason, if the list shows points of several
     * @param failed how many were not sent for good
     * @param different how many the LMS shows differently, without a decision
     * @param more where the next page is, or null
     */
    record Sheet(
            List<ScoreRow> rows,
            List<Chip> chips,
            List<Chip> reasons,
            int failed,
            int different,
            @Nullable String more) {}

    /** All coaches of the course, and whoever else has points in this activity. */
    Sheet sheet(Member trainer, GradedActivities.Graded graded, Wish wish) {
        List<ScoreRow> all = everybody(trainer, graded);
        Filter current = Filter.of(wish.state());
        List<Chip> chips = new ArrayList<>();
        for (Filter filter : Filter.values()) {
            int count = count(all, filter);
            if (count > 0 || filter == Filter.ALL || filter == current) {
                chips.add(new Chip(
                        words("gradebook.filter." + filter), count, path(trainer, graded, filter), filter == current));
            }
        }
        List<ScoreRow> ofState =
                all.stream().filter(row -> current.takes(row.status())).toList();
        List<ScoreRow> shown = ofState.stream()
                .filter(row -> wish.reason().isEmpty() || wish.reason().equals(reason(row)))
                .toList();
        List<Chip> reasons = current == Filter.ALL ? List.of() : reasons(trainer, graded, current, ofState, wish);
        int from = positionAfter(shown, wish.after());
        List<ScoreRow> page = shown.subList(from, Math.min(from + PAGE, shown.size()));
        String more = from + PAGE < shown.size()
                ? UriComponentsBuilder.fromUriString(path(trainer, graded, current))
                        .queryParam("reason", wish.reason())
                        .queryParam("after", page.getLast().member())
                        .build()
                        .toUriString()
                : null;
        return new Sheet(page, chips, reasons, count(all, Filter.FAILED), count(all, Filter.DIFFERENT), more);
    }

    private List<ScoreRow> everybody(Member trainer, GradedActivities.Graded graded) {
        Map<MemberId, DeliveryStatus> statuses = rows.statuses(trainer.course(), graded.key());
        return roster.members(trainer.course()).stream()
                .filter(member -> member.role() == MemberRole.COACH || statuses.containsKey(member.id()))
                .map(member -> row(member.name(), graded, statuses.get(member.id()), member))
                .toList();
    }

    /** The list is by name, which is no key; so a page begins behind a person, wherever that is now. */
    private static int positionAfter(List<ScoreRow> rows, long member) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).member() == member) {
                return i + 1;
            }
        }
        return 0;
    }

    private List<Chip> reasons(
            Member trainer, GradedActivities.Graded graded, Filter filter, List<ScoreRow> rows, Wish wish) {
        Map<String, Long> counts = rows.stream()
                .map(ScoreSheets::reason)
                .filter(reason -> !reason.isEmpty())
                .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
        if (counts.size() < 2) {
            return List.of();
        }
        String path = path(trainer, graded, filter);
        return counts.entrySet().stream()
                .map(count -> new Chip(
                        withoutStop(words("gradebook.reason." + count.getKey())),
                        count.getValue().intValue(),
                        path + "&reason=" + count.getKey(),
                        count.getKey().equals(wish.reason())))
                .toList();
    }

    /** A sentence on a chip is none. */
    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String reason(ScoreRow row) {
        DeliveryStatus status = row.status();
        String key = status == null ? null : status.reasonKey();
        return key == null ? "" : key.substring(key.lastIndexOf('.') + 1);
    }

    /** @param title what the line is called: a person or an activity */
    static ScoreRow row(String title, GradedActivities.Graded graded, @Nullable DeliveryStatus status, Member member) {
        String history = status == null
                ? null
                : UriComponentsBuilder.fromPath(member.path("/gradebook/history"))
                        .queryParam("activity", graded.key())
                        .queryParam("person", member.id())
                        .encode()
                        .build()
                        .toUriString();
        Integer points = status == null ? null : (Integer) status.points();
        return new ScoreRow(title, points, graded.maximum(), status, member.id().value(), offer(status), history);
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

    private static int count(List<ScoreRow> rows, Filter filter) {
        return (int) rows.stream().filter(row -> filter.takes(row.status())).count();
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
