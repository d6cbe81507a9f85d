package org.peercoach.gradebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The columns we know in the gradebooks of courses: at most one an activity and course (LTI-A8). */
@Repository
class LineItems {

    /** Who makes a column has this long; after that somebody else may look for it and make it. */
    private static final Duration MAKING = Duration.ofSeconds(60);

    private static final String KEY = " where course_id = :course and activity_key = :activity";

    private final JdbcClient jdbc;
    private final Clock clock;

    LineItems(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param wanted whether a trainer asked for a column although the activity is not placed
     * @param url of the column, or null
     * @param resourceLinkId the link that was bound to the activity when the column was found
     * @param replacedUrl one of ours that another has replaced, or null
     * @param goneUrl one that the platform no longer knows, or null
     * @param told the name and maximum that we gave to a column of ours, or null
     */
    record Stored(
            boolean wanted,
            @Nullable String url,
            @Nullable String resourceLinkId,
            boolean madeByUs,
            @Nullable String replacedUrl,
            @Nullable String goneUrl,
            @Nullable Told told) {
        static final Stored NONE = new Stored(false, null, null, false, null, null, null);
    }

    /** Name and maximum of a column. */
    record Told(String label, int maximum) {}

    /** @param madeByUs whether this tool created it, so that it may also remove it */
    record Found(String url, @Nullable String resourceLinkId, boolean madeByUs) {}

    Stored find(CourseId course, String activity) {
        Optional<Stored> stored = jdbc.sql("select wanted, url, resource_link_id, made_by_us, replaced_url, gone_url,"
                        + " told_label, told_maximum"
                        + " from gradebook_line_item" + KEY)
                .param("course", course.value())
                .param("activity", activity)
                .query((row, index) -> new Stored(
                        row.getBoolean("wanted"),
                        row.getString("url"),
                        row.getString("resource_link_id"),
                        row.getBoolean("made_by_us"),
                        row.getString("replaced_url"),
                        row.getString("gone_url"),
                        told(row)))
                .optional();
        return stored.orElse(Stored.NONE);
    }

    private static @Nullable Told told(ResultSet row) throws SQLException {
        String label = row.getString("told_label");
        return label == null ? null : new Told(label, row.getInt("told_maximum"));
    }

    /** Our column now has this name and this maximum. */
    void told(CourseId course, String activity, Told told) {
        update("told_label = :label, told_maximum = :maximum", course, activity, " and made_by_us = true")
                .param("label", told.label())
                .param("maximum", told.maximum())
                .update();
    }

    /** A trainer wants a column although the activity is not placed. */
    void want(CourseId course, String activity) {
        ensure(course, activity);
        update("wanted = true", course, activity).update();
    }

    /** Whether the caller, and nobody else now, is to create the column. */
    boolean mayMake(CourseId course, String activity) {
        ensure(course, activity);
        Instant now = clock.instant();
        return update(
                                "making_until = :until",
                                course,
                                activity,
                                " and url is null and" + " (making_until is null or making_until < :now)")
                        .param("until", Utc.of(now.plus(MAKING)))
                        .param("now", Utc.of(now))
                        .update()
                == 1;
    }

    /** Points go here from now on. One of ours that this replaces is kept in mind, to ask whether it may go. */
    void use(CourseId course, String activity, Found found) {
        ensure(course, activity);
        update(
                        "replaced_url = case when made_by_us and url <> :url then url else replaced_url end,"
                                + " made_by_us = case when url = :url then made_by_us else :made end,"
                                + " url = :url, resource_link_id = :link, making_until = null",
                        course,
                        activity)
                .param("url", found.url())
                .param("made", found.madeByUs())
                .param("link", found.resourceLinkId())
                .update();
    }

    /** The platform no longer knows this column. */
    void gone(CourseId course, String activity, String url) {
        ensure(course, activity);
        update(
                        "gone_url = :gone, made_by_us = case when url = :gone then false else made_by_us end,"
                                + " url = case when url = :gone then null else url end",
                        course,
                        activity)
                .param("gone", url)
                .update();
    }

    /** The trainer has said what becomes of the replaced column. */
    void settleReplaced(CourseId course, String activity) {
        update("replaced_url = null", course, activity).update();
    }

    private void ensure(CourseId course, String activity) {
        jdbc.sql("insert into gradebook_line_item (course_id, activity_key, changed_at)"
                        + " values (:course, :activity, :now) on duplicate key update changed_at = changed_at")
                .param("course", course.value())
                .param("activity", activity)
                .param("now", Utc.of(clock.instant()))
                .update();
    }

    private JdbcClient.StatementSpec update(String changes, CourseId course, String activity) {
        return update(changes, course, activity, "");
    }

    private JdbcClient.StatementSpec update(String changes, CourseId course, String activity, String condition) {
        return jdbc.sql("update gradebook_line_item set " + changes + ", changed_at = :changed" + KEY + condition)
                .param("course", course.value())
                .param("activity", activity)
                .param("changed", Utc.of(clock.instant()));
    }
}
