package org.peercoach.gradebook;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.district.Administrator;
import org.peercoach.course.district.DistrictCourses;
import org.peercoach.gradebook.DistrictGradebookController.CourseRow;
import org.peercoach.gradebook.DistrictGradebookController.FilterChip;
import org.peercoach.gradebook.DistrictGradebookController.PausedRow;
import org.peercoach.gradebook.DistrictScores.Filter;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the gradebook page of a district shows; a fixed number of questions to the database, however many courses. */
@Component
class DistrictGradebook {

    static final int COURSES = 50;

    private final DistrictScores scores;
    private final DistrictCourses courses;
    private final DeliveryWords words;
    private final MessageSource messages;
    private final Clock clock;

    DistrictGradebook(
            DistrictScores scores, DistrictCourses courses, DeliveryWords words, MessageSource messages, Clock clock) {
        this.scores = scores;
        this.courses = courses;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param oldest since when the oldest points of the district wait, in words, or null
     * @param failed how many were not sent for good
     * @param more where the next page is, or null
     */
    record Page(
            List<FilterChip> chips,
            List<CourseRow> rows,
            List<PausedRow> paused,
            @Nullable String oldest,
            int failed,
            @Nullable String more) {}

    Page page(Administrator administrator, Filter filter, long after) {
        long district = administrator.district();
        List<CourseId> found = scores.courses(district, filter, after, COURSES + 1);
        List<CourseId> shown = found.subList(0, Math.min(COURSES, found.size()));
        List<DistrictScores.Count> notSent = scores.notSent(district);
        Map<CourseId, Integer> different = new HashMap<>();
        scores.differences(district).forEach(count -> different.put(count.course(), count.people()));
        Map<Filter, Integer> totals = Map.of(
                Filter.WAITING,
                people(notSent, RowState.WAITING) + people(notSent, RowState.SENDING),
                Filter.FAILED,
                people(notSent, RowState.FAILED),
                Filter.DIFFERENT,
                different.values().stream().mapToInt(Integer::intValue).sum());
        return new Page(
                chips(administrator, filter, totals),
                rows(administrator, shown, different),
                paused(administrator),
                oldest(administrator, notSent),
                people(notSent, RowState.FAILED),
                found.size() > COURSES ? path(administrator, filter) + "&after=" + shown.getLast() : null);
    }

    private List<CourseRow> rows(Administrator administrator, List<CourseId> shown, Map<CourseId, Integer> different) {
        if (shown.isEmpty()) {
            return List.of();
        }
        long district = administrator.district();
        List<DistrictScores.Count> counts = scores.counts(district, shown);
        List<DistrictScores.ReasonCount> reasons = scores.reasons(district, shown);
        Map<CourseId, String> titles = courses.titles(district, shown);
        return shown.stream()
                .map(course -> {
                    List<DistrictScores.Count> of = counts.stream()
                            .filter(count -> course.equals(count.course()))
                            .toList();
                    return new CourseRow(
                            course.value(),
                            titles.getOrDefault(course, told("gradebook.district.course", course)),
                            people(of, RowState.SENT),
                            people(of, RowState.WAITING) + people(of, RowState.SENDING),
                            people(of, RowState.FAILED),
                            people(of, RowState.KEPT_HERE),
                            different.getOrDefault(course, 0),
                            oldest(administrator, of),
                            told(course, reasons));
                })
                .toList();
    }

    private List<String> told(CourseId course, List<DistrictScores.ReasonCount> reasons) {
        return reasons.stream()
                .filter(count -> count.course().equals(course))
                .map(count -> told("gradebook.district.reason", count.people(), told(count.reason())))
                .toList();
    }

    private List<FilterChip> chips(Administrator administrator, Filter current, Map<Filter, Integer> totals) {
        return Stream.of(Filter.values())
                .map(filter -> new FilterChip(
                        told("gradebook.district.filter." + filter),
                        totals.get(filter),
                        path(administrator, filter),
                        filter == current))
                .toList();
    }

    /** Of a queue's name only the host is told. */
    private List<PausedRow> paused(Administrator administrator) {
        return scores.paused(administrator.district(), clock.instant()).stream()
                .map(queue -> new PausedRow(
                        queue.name().split("[ :]", 2)[0], words.when(queue.until(), administrator.zone())))
                .toList();
    }

    private @Nullable String oldest(Administrator administrator, List<DistrictScores.Count> counts) {
        return counts.stream()
                .filter(count -> count.state().shown() == DeliveryStatus.State.WAITING)
                .map(DistrictScores.Count::oldest)
                .filter(Objects::nonNull)
                .min(Comparator.<Instant>naturalOrder())
                .map(oldest -> words.when(oldest, administrator.zone()))
                .orElse(null);
    }

    private static int people(List<DistrictScores.Count> counts, RowState state) {
        return counts.stream()
                .filter(count -> count.state() == state)
                .mapToInt(DistrictScores.Count::people)
                .sum();
    }

    private static String path(Administrator administrator, Filter filter) {
        return administrator.path("/gradebook") + "?show=" + filter;
    }

    private String told(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
