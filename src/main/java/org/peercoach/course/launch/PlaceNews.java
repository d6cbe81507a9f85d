package org.peercoach.course.launch;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.GradingPlaceChanged;
import org.peercoach.course.launch.LmsCourse.Placement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the rooms above when a launch has changed where the points of an activity go. */
@Component
class PlaceNews {

    private final ActivityKeys activities;
    private final ApplicationEventPublisher events;

    PlaceNews(ActivityKeys activities, ApplicationEventPublisher events) {
        this.activities = activities;
        this.events = events;
    }

    void tell(LmsCourse before, LmsCourse now) {
        Set<String> changed = new TreeSet<>();
        if (!now.facts().sameGradebook(before.facts())) {
            changed.addAll(activities.graded());
        }
        now.placements().forEach((link, placement) -> {
            Placement former = before.placements().get(link);
            if (!placement.equals(former)) {
                add(changed, placement);
                add(changed, former);
            }
        });
        changed.forEach(key -> events.publishEvent(new GradingPlaceChanged(new CourseId(now.id()), key)));
    }

    private static void add(Set<String> keys, @Nullable Placement placement) {
        if (placement != null && placement.activityKey() != null) {
            keys.add(placement.activityKey());
        }
    }
}
