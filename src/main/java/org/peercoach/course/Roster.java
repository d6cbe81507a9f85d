package org.peercoach.course;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The people of a course, and how the LMS knows them. Every question names its course. */
public interface Roster {

    /** All active members of a course, by name. */
    List<Member> members(CourseId course);

    /** When each active member of a course first came to be here. */
    Map<MemberId, Instant> joined(CourseId course);

    /** One member; empty when the member is of another course. */
    Optional<Member> member(CourseId course, MemberId member);

    /** Those of these who are of this course, whether they are still there or not; one question, and none for nobody. */
    Map<MemberId, Member> members(CourseId course, Collection<MemberId> members);

    /** The coaches before and after this member, by name; a member who is no coach has neighbors, too. */
    Neighbors neighbors(CourseId course, MemberId member);

    /** @param before the one before, or null at the beginning; {@code after} alike */
    record Neighbors(@Nullable Member before, @Nullable Member after) {}

    /** The platform's id of a member, for scores; empty when the member is of another course. */
    Optional<String> platformUser(CourseId course, MemberId member);

    /** The same of all members of a course, in one question. */
    Map<MemberId, String> platformUsers(CourseId course);

    /** Where points of this activity go. */
    GradingPlace gradingPlace(CourseId course, String activityKey);

    /** What the LMS allows in the course's gradebook: empty when it has none for us; at most 10 seconds old. */
    Set<String> gradebookScopes(CourseId course);
}
