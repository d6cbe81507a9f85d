package org.peercoach.training;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.peercoach.course.Activity;
import org.peercoach.course.ActivityProvider;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The training in the menu, and each session, open or not, as something to place in the LMS with a gradebook column.
 */
@Component
@Order(10) // the work itself stands first in the menu, then people and the gradebook
class TrainingActivities implements ActivityProvider {

    /** Those who see the training; the others find its help sheets. */
    static final Set<MemberRole> ROLES = EnumSet.of(MemberRole.COACH, MemberRole.TRAINER, MemberRole.LEADER);

    private final Catalogs catalogs;
    private final MessageSource messages;
    private final JdbcClient jdbc;
    /** Every page asks, for its menu. */
    private final LoadingCache<Asked, List<Activity>> known =
            Caffeine.newBuilder().maximumSize(500).build(this::activities);

    /** @param catalog in whose words; a district that publishes gets another one */
    private record Asked(MemberRole role, Locale locale, TrainingCatalog catalog) {}

    TrainingActivities(Catalogs catalogs, MessageSource messages, JdbcClient jdbc) {
        this.catalogs = catalogs;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    @Override
    public List<Activity> activities(MemberRole role) {
        return activities(role, catalogs.builtIn());
    }

    /** All sessions, also those that the cohort leaves out: their points stay. */
    @Override
    public List<Activity> activities(MemberRole role, CourseId course) {
        return activities(role, catalogs.whole(course));
    }

    private List<Activity> activities(MemberRole role, TrainingCatalog catalog) {
        return known.get(new Asked(role, LocaleContextHolder.getLocale(), catalog));
    }

    private List<Activity> activities(Asked asked) {
        MemberRole role = asked.role();
        if (!ROLES.contains(role)) {
            return List.of(new Activity("sheets", words("training.sheets"), HelpSheet.LIST, true, null));
        }
        List<Activity> activities = new ArrayList<>();
        activities.add(path(words("training.menu")));
        if (role == MemberRole.TRAINER) {
            activities.add(new Activity("cohort", words("training.cohort.menu"), "/training/cohort", true, null));
        }
        asked.catalog().titles().forEach(session -> activities.add(activity(session)));
        return List.copyOf(activities);
    }

    /** Sessions first: they carry the points. The path, without points, is the way in to all of them. */
    @Override
    public List<Shelf> shelves(Member member) {
        List<Item> items = new ArrayList<>();
        catalogs.of(member).titles().forEach(session -> items.add(new Item(activity(session), session.about())));
        items.add(new Item(path(words("training.shelf.path")), words("training.shelf.path.about")));
        return List.of(new Shelf(words("training.shelf"), true, items));
    }

    private static Activity path(String title) {
        return new Activity("training", title, "/training", true, null);
    }

    private Activity activity(SessionTitle session) {
        String title = words("training.session.label", session.number(), session.shortTitle());
        return new Activity(session.key(), title, session.path(), false, SessionContent.POINTS);
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
