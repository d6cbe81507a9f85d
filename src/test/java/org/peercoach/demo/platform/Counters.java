package org.peercoach.demo.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the tool has asked of this LMS since it started; for tests and for looking closer. */
public final class Counters {

    private static final int SCORES_KEPT = 1000;

    /** A score as it came, and what it was answered. */
    public record ReceivedScore(String at, String columnId, int status, Map<String, Object> body) {}

    private final Map<String, Long> counts = new TreeMap<>();
    private final List<ReceivedScore> scores = new ArrayList<>();

    public synchronized void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    synchronized void score(ReceivedScore score) {
        count("scoresReceived");
        scores.add(score);
        if (scores.size() > SCORES_KEPT) {
            scores.removeFirst();
        }
    }

    public synchronized long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    public synchronized Map<String, Long> all() {
        return Map.copyOf(counts);
    }

    /** The latest scores, oldest first. */
    public synchronized List<ReceivedScore> scores() {
        return List.copyOf(scores);
    }

    synchronized void reset() {
        counts.clear();
        scores.clear();
    }
}
