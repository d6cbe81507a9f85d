package org.peercoach.training;

import java.util.List;
import java.util.function.UnaryOperator;
import org.peercoach.shared.Markdown;

/** The real content, and copies of it with one thing changed. */
final class TestContent {

    static final TrainingCatalog CATALOG = new TrainingCatalog(new Markdown());

    private TestContent() {}

    static SessionContent session() {
        return CATALOG.session(1).orElseThrow();
    }

    static ActivityContent activity(String id) {
        return session().activity(id).orElseThrow();
    }

    /** The work of an activity of any session. */
    static Work work(String id) {
        return CATALOG.sessions().stream()
                .flatMap(session -> session.activity(id).stream())
                .findFirst()
                .orElseThrow()
                .work();
    }

    /** The session with one activity exchanged. */
    static SessionContent with(String id, UnaryOperator<ActivityContent> change) {
        SessionContent session = session();
        List<ActivityContent> activities = session.activities().stream()
                .map(activity -> activity.id().equals(id) ? change.apply(activity) : activity)
                .toList();
        return new SessionContent(
                session.number(),
                session.title(),
                session.shortTitle(),
                session.minutes(),
                session.points(),
                session.why(),
                session.outcomes(),
                session.tools(),
                session.between(),
                session.trainer(),
                activities);
    }

    /** The activity with other work. */
    static UnaryOperator<ActivityContent> working(Work work) {
        return activity -> of(activity, activity.id(), activity.minutes(), activity.points(), work);
    }

    static UnaryOperator<ActivityContent> identified(String id) {
        return activity -> of(activity, id, activity.minutes(), activity.points(), activity.work());
    }

    static UnaryOperator<ActivityContent> lasting(int minutes) {
        return activity -> of(activity, activity.id(), minutes, activity.points(), activity.work());
    }

    static UnaryOperator<ActivityContent> worth(int points) {
        return activity -> of(activity, activity.id(), activity.minutes(), points, activity.work());
    }

    private static ActivityContent of(ActivityContent activity, String id, int minutes, int points, Work work) {
        return new ActivityContent(
                id,
                activity.kind(),
                activity.title(),
                activity.intro(),
                minutes,
                points,
                activity.required(),
                activity.live(),
                activity.version(),
                activity.doneWhen(),
                work,
                activity.room());
    }
}
