package org.peercoach.training;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All members' sessions; every question names its course. */
interface SessionStates extends Repository<SessionState, Long> {

    /** The row, held until the end of the transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from SessionState s where s.courseId = ?1 and s.memberId = ?2 and s.sessionNumber = ?3")
    SessionState lock(long courseId, long memberId, int number);
}
