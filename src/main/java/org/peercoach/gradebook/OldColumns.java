package org.peercoach.gradebook;

import org.peercoach.course.CourseId;
import org.peercoach.course.GradingPlace;
import org.peercoach.course.Roster;
import org.peercoach.lti.AssignmentAndGradeService;
import org.peercoach.lti.PlatformFault;
import org.springframework.stereotype.Component;

/** Columns that this tool made and that a placed link has replaced: the trainer is asked once (ruling 37). */
@Component
class OldColumns {

    private final LineItems lineItems;
    private final Roster roster;
    private final AssignmentAndGradeService service;

    OldColumns(LineItems lineItems, Roster roster, AssignmentAndGradeService service) {
        this.lineItems = lineItems;
        this.roster = roster;
        this.service = service;
    }

    boolean replaced(CourseId course, String activity) {
        return lineItems.find(course, activity).replacedUrl() != null;
    }

    /** Removes the old column or leaves it; false when the LMS did not remove it, so that the question stays. */
    boolean settle(CourseId course, String activity, boolean remove) {
        String url = lineItems.find(course, activity).replacedUrl();
        if (url != null && remove && !removed(roster.gradingPlace(course, activity), url)) {
            return false;
        }
        lineItems.settleReplaced(course, activity);
        return true;
    }

    private boolean removed(GradingPlace place, String url) {
        try {
            service.delete(place.target(), place.scopes(), url);
            return true;
        } catch (PlatformFault fault) {
            return fault.kind() == PlatformFault.Kind.GONE;
        }
    }
}
