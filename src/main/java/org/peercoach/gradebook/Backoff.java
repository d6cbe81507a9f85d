package org.peercoach.gradebook;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: longer each time, and never all at the same moment. */
class Backoff {

    private static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1));
    private static final int LONGEST_PAUSE = 3;
    private static final double JITTER = 0.2;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** For one row, after this many tries in vain. */
    Duration afterTries(int tries) {
        return spread(STEPS.get(Math.clamp(tries - 1L, 0, STEPS.size() - 1)));
    }

    /** For a whole queue, at its n-th pause without a success between. */
    Duration pause(int pauses) {
        return spread(STEPS.get(Math.clamp(pauses - 1L, 0, LONGEST_PAUSE)));
    }

    /** For a platform that says it is busy without saying for how long: 1, 2, 4 ... 60 seconds. */
    Duration busy(int refusals) {
        return spread(Duration.ofSeconds(Math.min(60, 1L << Math.clamp(refusals - 1L, 0, 6))));
    }

    private Duration spread(Duration step) {
        double factor = 1 + JITTER * random.nextDouble();
        return Duration.ofMillis((long) (step.toMillis() * factor));
    }
}
