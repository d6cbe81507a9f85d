package org.peercoach.training;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All states; every question names its course. */
interface ActivityStates extends Repository<ActivityState, Long> {

    List<ActivityState> findByCourseIdAndMemberId(long courseId, long memberId);

    Optional<ActivityState> findByCourseIdAndMemberIdAndActivityId(long courseId, long memberId, String activityId);

    /** What members of the course chose to show their trainer, once it was handed in. */
    List<ActivityState> findByCourseIdAndActivityIdAndSharedTrueAndCompletedAtNotNull(long courseId, String activityId);

    /** Writes what was changed, for statements beside this repository to see it. */
    void flush();

    /** The row, held until the end of the transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from ActivityState s where s.courseId = ?1 and s.memberId = ?2 and s.activityId = ?3")
    ActivityState lock(long courseId, long memberId, String activityId);
}
