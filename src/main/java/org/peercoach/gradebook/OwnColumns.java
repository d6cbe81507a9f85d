package org.peercoach.gradebook;

import java.util.Optional;
import org.peercoach.course.CourseId;
import org.peercoach.course.GradingPlace;
import org.peercoach.lti.AssignmentAndGradeService;
import org.peercoach.lti.LineItem;
import org.peercoach.lti.PlatformFault;
import org.springframework.stereotype.Component;

/**
 * Columns that this tool made keep the name and the maximum of their activity (LTI-A9). What a trainer has renamed in the
 * LMS stays as it is, and so do columns that others made. The words of a district name a column when it is made, and
 * never rename one: trainers know their columns by name.
 */
@Component
class OwnColumns {

    private final LineItems lineItems;
    private final GradedActivities activities;
    private final AssignmentAndGradeService service;

    OwnColumns(LineItems lineItems, GradedActivities activities, AssignmentAndGradeService service) {
        this.lineItems = lineItems;
        this.activities = activities;
        this.service = service;
    }

    /** Carries a change of the activity over to its column. Points do not wait for it: a failure is tried again later. */
    void keepUpToDate(CourseId course, String activity, GradingPlace place, LineItems.Stored stored) {
        String url = stored.url();
        Optional<LineItems.Told> wanted =
                activities.find(activity).map(graded -> new LineItems.Told(graded.title(), graded.maximum()));
        if (!stored.madeByUs()
                || url == null
                || wanted.isEmpty()
                || wanted.get().equals(stored.told())) {
            return;
        }
        LineItems.Told told = stored.told();
        try {
            if (told != null) {
                service.update(place.target(), place.scopes(), url, now -> changed(now, told, wanted.get()));
            }
            lineItems.told(course, activity, wanted.get());
        } catch (PlatformFault fault) {
            if (fault.kind() == PlatformFault.Kind.REFUSED || fault.kind() == PlatformFault.Kind.NOT_ALLOWED) {
                lineItems.told(course, activity, wanted.get()); // asking again would change nothing
            }
        }
    }

    private static LineItem changed(LineItem now, LineItems.Told told, LineItems.Told wanted) {
        String label = now.label().equals(told.label()) ? wanted.label() : now.label();
        double maximum = now.scoreMaximum() == told.maximum() ? wanted.maximum() : now.scoreMaximum();
        return now.with(label, maximum);
    }
}
