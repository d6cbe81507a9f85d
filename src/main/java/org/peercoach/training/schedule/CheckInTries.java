package org.peercoach.training.schedule;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.peercoach.course.MemberId;
import org.springframework.stereotype.Component;

/**
 * How often one member may try a code: a whole class sits behind one address, so people are counted and not addresses. Kept
 * in this node's memory; a code has a billion neighbors.
 */
@Component
public class CheckInTries {

    private static final int TRIES = 10;
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final Cache<MemberId, Bucket> tries = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(WINDOW.multipliedBy(2))
            .build();

    /** Counts a try; false when there were too many. */
    public boolean take(MemberId member) {
        return tries.get(member, key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(TRIES).refillGreedy(TRIES, WINDOW))
                        .build())
                .tryConsume(1);
    }
}
