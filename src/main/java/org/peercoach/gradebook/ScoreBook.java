package org.peercoach.gradebook;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peercoach.course.CourseId;
import org.peercoach.course.GradingPlace;
import org.peercoach.course.GradingPlaceChanged;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.MemberRole;
import org.peercoach.course.Roster;
import org.peercoach.lti.AssignmentAndGradeService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Records points, and moves them on when something about their way has changed. */
@Service
class ScoreBook implements Gradebook {

    /** Whose points can stand in an LMS gradebook; a trainer who tries an activity out gets none. */
    private static final Set<MemberRole> GRADED = Set.of(MemberRole.COACH, MemberRole.PARTICIPANT);

    private final ScoreRows rows;
    private final LineItems lineItems;
    private final Roster roster;
    private final GradedActivities activities;
    private final AssignmentAndGradeService service;
    private final DeliveryBell bell;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ScoreBook(
            ScoreRows rows,
            LineItems lineItems,
            Roster roster,
            GradedActivities activities,
            AssignmentAndGradeService service,
            DeliveryBell bell,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.lineItems = lineItems;
        this.roster = roster;
        this.activities = activities;
        this.service = service;
        this.bell = bell;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void record(Member member, String activityKey, Points points) {
        if (!GRADED.contains(member.role())) {
            return;
        }
        int maximum = activities.require(activityKey).maximum();
        GradingPlace place = roster.gradingPlace(member.course(), activityKey);
        String kept = Destination.closed(place, lineItems.find(member.course(), activityKey));
        String queue = kept == null ? service.queueOf(place.target()) : null;
        DueScore.Key key = new DueScore.Key(member.id(), activityKey);
        rows.record(
                new ScoreRows.Recording(key, member.course(), member.district(), points, maximum, kept, queue),
                clock.instant());
        if (queue != null) {
            bell.ring(queue);
        }
        events.publishEvent(new PointsRecorded(member, activityKey, points.points(), points.completed()));
    }

    @Override
    public Optional<DeliveryStatus> status(CourseId course, MemberId member, String activityKey) {
        return rows.status(course, new DueScore.Key(member, activityKey));
    }

    @Override
    public Map<MemberId, DeliveryStatus> statuses(CourseId course, String activityKey) {
        return rows.statuses(course, activityKey);
    }

    /** Points that stayed here may go now, and points that went to another column go to the new one, too. */
    @EventListener
    void placeChanged(GradingPlaceChanged change) {
        CourseId course = change.course();
        String activityKey = change.activityKey();
        if (!rows.resting(course, activityKey)) {
            return;
        }
        GradingPlace place = roster.gradingPlace(course, activityKey);
        LineItems.Stored stored = lineItems.find(course, activityKey);
        if (Destination.closed(place, stored) != null) {
            return;
        }
        send(RowState.KEPT_HERE, course, activityKey, place);
        String url = place.lineItemUrl();
        if (url != null && !url.equals(stored.goneUrl())) {
            for (MemberId member : rows.sentElsewhere(course, activityKey, url)) {
                sendFrom(RowState.SENT, course, member, activityKey, place);
            }
        }
    }

    /** A trainer wants the points of this activity in the LMS although it is not placed there (ruling 37). */
    void sendToGradebook(CourseId course, String activityKey) {
        lineItems.want(course, activityKey);
        send(RowState.KEPT_HERE, course, activityKey, roster.gradingPlace(course, activityKey));
    }

    /** Tries once more to send what had failed; how many there were. */
    int sendAgain(CourseId course, String activityKey) {
        return send(RowState.FAILED, course, activityKey, roster.gradingPlace(course, activityKey));
    }

    /** Tries once more for one person, who had failed or waits for a later try. */
    void sendAgain(CourseId course, MemberId member, String activityKey) {
        GradingPlace place = roster.gradingPlace(course, activityKey);
        if (!sendFrom(RowState.FAILED, course, member, activityKey, place)) {
            sendFrom(RowState.WAITING, course, member, activityKey, place);
        }
    }

    private int send(RowState from, CourseId course, String activityKey, GradingPlace place) {
        int sent = 0;
        for (MemberId member : rows.members(course, activityKey, from)) {
            sent += sendFrom(from, course, member, activityKey, place) ? 1 : 0;
        }
        return sent;
    }

    private boolean sendFrom(RowState from, CourseId course, MemberId member, String activityKey, GradingPlace place) {
        String queue = service.queueOf(place.target());
        boolean moved = rows.sendFrom(from, course, new DueScore.Key(member, activityKey), queue, clock.instant());
        if (moved) {
            bell.ring(queue);
        }
        return moved;
    }
}
