package org.peercoach.gradebook;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;

/** One round of a queue: each column is looked for once, however many points go there. */
class Round {

    private record Place(CourseId course, String activity) {}

    private final Destinations destinations;
    private final CallGate gate;
    private final Map<Place, Found> found = new ConcurrentHashMap<>();
    private final Set<Place> sent = ConcurrentHashMap.newKeySet();

    Round(Destinations destinations, CallGate gate) {
        this.destinations = destinations;
        this.gate = gate;
    }

    /** Where calls to the platform go through. */
    CallGate gate() {
        return gate;
    }

    Destination destination(CourseId course, String activity) {
        return found(course, activity).get(() -> gate.search(() -> destinations.find(course, activity)));
    }

    /** Where the points go after the platform has said that {@code url} is gone; looked for once. */
    Optional<Destination> after(CourseId course, String activity, String url, Runnable forget) {
        Destination now = found(course, activity).replace(url, () -> {
            forget.run();
            return gate.search(() -> destinations.find(course, activity));
        });
        return url.equals(now.url()) ? Optional.empty() : Optional.of(now);
    }

    /**
     * Runs {@code reading} once for this column; whoever else wants it meanwhile waits. If it throws, nothing was read,
     * and the next who asks runs it again.
     */
    void readOnce(CourseId course, String activity, Runnable reading) {
        found(course, activity).readOnce(reading);
    }

    /** Whether something has gone to this column for the first time, in this round or since it was read. */
    boolean firstSent(CourseId course, String activity) {
        return sent.add(new Place(course, activity));
    }

    /** The column is being read: what goes there from now on calls for another reading. */
    void readAgain(CourseId course, String activity) {
        sent.remove(new Place(course, activity));
    }

    private Found found(CourseId course, String activity) {
        return found.computeIfAbsent(new Place(course, activity), place -> new Found());
    }

    /** Remembers a success only; a failure is tried again by the next who asks. */
    private static final class Found {

        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable Destination destination;
        private boolean read;

        Destination get(java.util.function.Supplier<Destination> search) {
            lock.lock();
            try {
                Destination known = destination;
                if (known == null) {
                    known = search.get();
                    destination = known;
                }
                return known;
            } finally {
                lock.unlock();
            }
        }

        void readOnce(Runnable reading) {
            lock.lock();
            try {
                if (!read) {
                    reading.run();
                    read = true;
                }
            } finally {
                lock.unlock();
            }
        }

        Destination replace(String gone, java.util.function.Supplier<Destination> search) {
            lock.lock();
            try {
                Destination known = destination;
                if (known == null || gone.equals(known.url())) {
                    destination = null;
                    known = search.get();
                    destination = known;
                }
                return known;
            } finally {
                lock.unlock();
            }
        }
    }
}
