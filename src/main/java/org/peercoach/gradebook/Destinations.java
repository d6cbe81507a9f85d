package org.peercoach.gradebook;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.GradingPlace;
import org.peercoach.course.MemberId;
import org.peercoach.course.Roster;
import org.peercoach.lti.AssignmentAndGradeService;
import org.peercoach.lti.LineItem;
import org.peercoach.lti.PlatformFault;
import org.springframework.stereotype.Component;

/**
 * Finds the column of an activity, in this order (ruling 37): the one of the link that is bound to the activity; by
 * that link; by our key and tag; a new one. Never two for one activity of one course (LTI-A8).
 */
@Component
class Destinations {

    static final String TAG = "peer-coaching";
    private static final String LINE_ITEM = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";

    private final Roster roster;
    private final LineItems lineItems;
    private final GradedActivities activities;
    private final AssignmentAndGradeService service;
    private final ScoreRows rows;
    private final OwnColumns columns;
    private final Clock clock;

    Destinations(
            Roster roster,
            LineItems lineItems,
            GradedActivities activities,
            AssignmentAndGradeService service,
            ScoreRows rows,
            OwnColumns columns,
            Clock clock) {
        this.roster = roster;
        this.lineItems = lineItems;
        this.activities = activities;
        this.service = service;
        this.rows = rows;
        this.columns = columns;
        this.clock = clock;
    }

    /** @throws PlatformFault if the platform does not answer as it should */
    Destination find(CourseId course, String activity) {
        GradingPlace place = roster.gradingPlace(course, activity);
        LineItems.Stored stored = lineItems.find(course, activity);
        String closed = Destination.closed(place, stored);
        if (closed != null) {
            return Destination.none(place, closed);
        }
        String own = place.lineItemUrl();
        if (own != null && !own.equals(stored.goneUrl())) {
            return use(course, activity, place, stored, new LineItems.Found(own, place.resourceLinkId(), false));
        }
        String known = stored.url();
        if (known != null && Objects.equals(stored.resourceLinkId(), place.resourceLinkId())) {
            columns.keepUpToDate(course, activity, place, stored);
            return Destination.to(place, known);
        }
        Optional<LineItems.Found> found = search(course, activity, place, stored);
        return found.isPresent()
                ? use(course, activity, place, stored, found.get())
                : Destination.none(place, Reasons.NO_COLUMN);
    }

    private Destination use(
            CourseId course, String activity, GradingPlace place, LineItems.Stored stored, LineItems.Found found) {
        boolean known =
                found.url().equals(stored.url()) && Objects.equals(stored.resourceLinkId(), found.resourceLinkId());
        if (!known) {
            lineItems.use(course, activity, found);
            rows.forgetDifferences(course, activity, clock.instant());
            sendAgainWhatWentElsewhere(course, activity, found.url());
        }
        return Destination.to(place, found.url());
    }

    private void sendAgainWhatWentElsewhere(CourseId course, String activity, String url) {
        for (MemberId member : rows.sentElsewhere(course, activity, url)) {
            rows.sendFrom(RowState.SENT, course, new DueScore.Key(member, activity), null, clock.instant());
        }
    }

    private Optional<LineItems.Found> search(
            CourseId course, String activity, GradingPlace place, LineItems.Stored stored) {
        String container = place.lineItemsUrl();
        String link = place.resourceLinkId();
        if (container == null) {
            return kept(stored, link);
        }
        Optional<String> url = link == null ? Optional.empty() : ofLink(place, container, activity, link);
        if (url.isEmpty()) {
            url = ofKey(place, container, activity);
        }
        if (url.isPresent()) {
            return url.map(found -> new LineItems.Found(found, link, false));
        }
        return stored.url() != null ? kept(stored, link) : make(course, activity, place, container);
    }

    /** Nothing better was found for the changed link: the column we have stays. */
    private static Optional<LineItems.Found> kept(LineItems.Stored stored, @Nullable String link) {
        return Optional.ofNullable(stored.url()).map(url -> new LineItems.Found(url, link, stored.madeByUs()));
    }

    /** The link's own column; one that is for another activity does not count. */
    private Optional<String> ofLink(GradingPlace place, String container, String activity, String link) {
        List<LineItem> items = service.find(place.target(), place.scopes(), container, null, null, link);
        return items.stream()
                .filter(item -> item.resourceId() == null || activity.equals(item.resourceId()))
                .min(Comparator.comparing(item -> item.resourceId() == null))
                .map(LineItem::id);
    }

    /** A copied activity may have brought a second one with our key: then the one that stands alone. */
    private Optional<String> ofKey(GradingPlace place, String container, String activity) {
        List<LineItem> items = service.find(place.target(), place.scopes(), container, activity, TAG, null);
        return items.stream()
                .min(Comparator.comparing(item -> item.resourceLinkId() != null))
                .map(LineItem::id);
    }

    private Optional<LineItems.Found> make(CourseId course, String activity, GradingPlace place, String container) {
        if (!place.scopes().contains(LINE_ITEM)) {
            return Optional.empty();
        }
        if (!lineItems.mayMake(course, activity)) {
            throw new PlatformFault(PlatformFault.Kind.TRY_LATER, 0, null); // somebody else makes it at this moment
        }
        GradedActivities.Graded graded = activities.require(course, activity);
        LineItem wish = new LineItem(null, graded.title(), graded.maximum(), activity, TAG, place.resourceLinkId());
        LineItem made = service.create(place.target(), place.scopes(), container, wish);
        return Optional.ofNullable(made.id()).map(url -> new LineItems.Found(url, place.resourceLinkId(), true));
    }
}
