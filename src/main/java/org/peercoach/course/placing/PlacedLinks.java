package org.peercoach.course.placing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Activity;
import org.peercoach.course.CourseId;
import org.peercoach.lti.ContentItem;
import org.peercoach.shared.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links that an answer asks for, and those that the course has already. */
@Component
class PlacedLinks {

    /** On all our columns (ruling 37). */
    private static final String TAG = "peer-coaching";

    private final JdbcClient jdbc;
    private final Settings settings;

    PlacedLinks(JdbcClient jdbc, Settings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Keys of the activities that a link of this course has opened; one that nobody has opened is not known yet. */
    Set<String> of(CourseId course) {
        return Set.copyOf(jdbc.sql("select distinct activity_key from course_placement where course_id = ?"
                        + " and activity_key is not null")
                .param(course.value())
                .query(String.class)
                .list());
    }

    /** One link for each choice, as this LMS takes it. */
    List<ContentItem> links(CourseId course, List<Choice> choices, Picking.Wish wish) {
        return choices.stream().map(choice -> link(course, choice, wish)).toList();
    }

    private ContentItem link(CourseId course, Choice choice, Picking.Wish wish) {
        return new ContentItem(
                choice.activity().title(),
                choice.about(),
                settings.url("/lti/launch"),
                settings.url("/static/img/icon.svg"),
                custom(course, choice),
                wish.windowOnly(),
                wish.lineItem() ? grading(choice.activity()) : null);
    }

    /** Copies of the link keep these, though their ids are new (LTI-D7). */
    private static Map<String, String> custom(CourseId course, Choice choice) {
        Map<String, String> custom = new LinkedHashMap<>();
        custom.put("pc_activity", choice.activity().key());
        custom.put("pc_course", course.toString()); // tells a copy of the course where it comes from
        if (choice.training()) {
            custom.put("pc_purpose", "training");
        }
        return custom;
    }

    private ContentItem.@Nullable Grading grading(Activity activity) {
        Integer maximum = activity.scoreMaximum();
        return maximum == null
                ? null
                : new ContentItem.Grading(
                        activity.title(), maximum, activity.key(), TAG, settings.url("/lti/launch?view=review"));
    }
}
