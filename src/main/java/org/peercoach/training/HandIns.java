package org.peercoach.training;

import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Finished versions and tries. A state's id is only ever taken from a state of the asking member. */
interface HandIns extends Repository<HandIn, Long> {

    HandIn save(HandIn handIn);

    /** The latest first. */
    List<HandIn> findByStateIdOrderByIdDesc(long stateId, Limit limit);

    /** Of several states at once, the earliest first. */
    List<HandIn> findByStateIdInOrderById(Collection<Long> stateIds);
}
