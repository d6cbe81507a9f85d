package org.peercoach.training;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.peercoach.course.Activity;
import org.peercoach.course.ActivityProvider;
import org.peercoach.course.CourseId;
import org.peercoach.course.MemberRole;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The training in the menu, and each open session as something to place in the LMS with a gradebook column. */
@Component
class TrainingActivities implements ActivityProvider {

    private static final Set<MemberRole> ROLES = EnumSet.of(MemberRole.COACH, MemberRole.TRAINER, MemberRole.LEADER);

    private final TrainingCatalog catalog;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    TrainingActivities(TrainingCatalog catalog, MessageSource messages, JdbcClient jdbc) {
        this.catalog = catalog;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    @Override
    public List<Activity> activities(MemberRole role) {
        if (!ROLES.contains(role)) {
            return List.of();
        }
        List<Activity> activities = new ArrayList<>();
        activities.add(new Activity("training", words("training.menu"), "/training", true, null));
        for (SessionContent session : catalog.sessions()) {
            String title = words("training.session.label", session.number(), session.shortTitle());
            activities.add(new Activity(session.key(), title, session.path(), false, session.points()));
        }
        return List.copyOf(activities);
    }

    @Override
    public boolean begun(CourseId course) {
        return jdbc.sql("select 1 from training_activity_state where course_id = ? limit 1")
                .param(course.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private String words(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
