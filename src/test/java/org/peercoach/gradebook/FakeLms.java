package org.peercoach.gradebook;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.AssignmentAndGradeService;
import org.peercoach.lti.LineItem;
import org.peercoach.lti.PlatformFault;
import org.peercoach.lti.PlatformFault.Kind;
import org.peercoach.lti.Score;
import org.peercoach.lti.ServiceTarget;

/** An LMS gradebook in memory that keeps Moodle's rules: whole seconds, and 409 to what is not later. */
final class FakeLms implements AssignmentAndGradeService {

    static final String CONTAINER = "https://lms.example/items";

    final List<LineItem> items = new ArrayList<>();
    final Map<String, Score> held = new ConcurrentHashMap<>();
    final List<Score> confirmed = new ArrayList<>();
    final List<Score> received = new ArrayList<>();
    final Queue<Runnable> script = new ConcurrentLinkedQueue<>();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    volatile Runnable during = () -> {};
    volatile Runnable duringCreation = () -> {};
    volatile String queue = "lms.example:443 client";
    final List<String> triedAgain = new ArrayList<>();
    int updates;
    int readings;
    /** What the next readings of a column do before anything else. */
    final Queue<Runnable> readingScript = new ConcurrentLinkedQueue<>();

    private int nextItem = 100;

    /** Somebody types a grade into the gradebook, or removes it; with a lock, scores no longer change it. */
    void byHand(String url, String user, @Nullable Double points, boolean locked) {
        String cell = url + " " + user;
        hand.put(cell, points == null ? Double.NaN : points);
        if (locked) {
            lockedCells.add(cell);
        }
    }

    private final Map<String, Double> hand = new ConcurrentHashMap<>();
    private final Set<String> lockedCells = ConcurrentHashMap.newKeySet();

    /** What the next calls of {@link #send} do before anything else. */
    void next(Runnable... steps) {
        script.addAll(List.of(steps));
    }

    static Runnable fault(Kind kind, int status) {
        return () -> {
            throw new PlatformFault(kind, status, null);
        };
    }

    static Runnable fault(Kind kind, int status, java.time.Duration retryAfter) {
        return () -> {
            throw new PlatformFault(kind, status, retryAfter);
        };
    }

    synchronized LineItem has(String url, @Nullable String resourceId, @Nullable String tag, @Nullable String link) {
        LineItem item = new LineItem(url, "Session 1", 25, resourceId, tag, link);
        items.add(item);
        return item;
    }

    @Override
    public synchronized List<LineItem> find(
            ServiceTarget target,
            Set<String> scopes,
            String lineItemsUrl,
            @Nullable String resourceId,
            @Nullable String tag,
            @Nullable String resourceLinkId) {
        return items.stream()
                .filter(item -> resourceId == null || resourceId.equals(item.resourceId()))
                .filter(item -> tag == null || tag.equals(item.tag()))
                .filter(item -> resourceLinkId == null || resourceLinkId.equals(item.resourceLinkId()))
                .toList();
    }

    @Override
    public LineItem create(ServiceTarget target, Set<String> scopes, String lineItemsUrl, LineItem item) {
        duringCreation.run();
        synchronized (this) {
            String url = CONTAINER + "/" + nextItem++;
            LineItem made = new LineItem(
                    url, item.label(), item.scoreMaximum(), item.resourceId(), item.tag(), item.resourceLinkId());
            items.add(made);
            return made;
        }
    }

    @Override
    public synchronized LineItem update(
            ServiceTarget target, Set<String> scopes, String lineItemUrl, UnaryOperator<LineItem> change) {
        LineItem old = items.stream()
                .filter(item -> lineItemUrl.equals(item.id()))
                .findFirst()
                .orElseThrow(() -> new PlatformFault(Kind.GONE, 404, null));
        LineItem changed = change.apply(old);
        items.set(items.indexOf(old), changed);
        updates++;
        return changed;
    }

    @Override
    public synchronized void delete(ServiceTarget target, Set<String> scopes, String lineItemUrl) {
        items.removeIf(item -> lineItemUrl.equals(item.id()));
    }

    @Override
    public void send(ServiceTarget target, Set<String> scopes, String lineItemUrl, Score score) {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            synchronized (received) {
                received.add(score);
            }
            Runnable step = script.poll();
            if (step != null) {
                step.run();
            }
            during.run();
            take(lineItemUrl, score);
        } finally {
            atOnce.decrementAndGet();
        }
    }

    /** Stores a score as a call would, whether or not its answer arrives. */
    void take(String lineItemUrl, Score score) {
        synchronized (confirmed) {
            if (items.stream().noneMatch(item -> lineItemUrl.equals(item.id()))) {
                throw new PlatformFault(Kind.GONE, 404, null);
            }
            Score old = held.get(lineItemUrl + " " + score.userId());
            if (old != null && !seconds(score.timestamp()).isAfter(seconds(old.timestamp()))) {
                throw new PlatformFault(Kind.CONFLICT, 409, null);
            }
            held.put(lineItemUrl + " " + score.userId(), score);
            confirmed.add(score);
            if (!lockedCells.contains(lineItemUrl + " " + score.userId())) {
                hand.remove(lineItemUrl + " " + score.userId());
            }
        }
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public Optional<Result> result(ServiceTarget target, Set<String> scopes, String lineItemUrl, String userId) {
        return Optional.ofNullable(held.get(lineItemUrl + " " + userId))
                .map(score -> new Result(score.scoreGiven(), score.scoreMaximum(), seconds(score.timestamp()), null));
    }

    @Override
    public Map<String, Result> results(ServiceTarget target, Set<String> scopes, String lineItemUrl) {
        readings++;
        Runnable step = readingScript.poll();
        if (step != null) {
            step.run();
        }
        if (items.stream().noneMatch(item -> lineItemUrl.equals(item.id()))) {
            throw new PlatformFault(Kind.GONE, 404, null);
        }
        Map<String, Result> results = new java.util.HashMap<>();
        held.forEach((cell, score) -> {
            if (cell.startsWith(lineItemUrl + " ")) {
                Double shown = hand.getOrDefault(cell, score.scoreGiven());
                // as a platform with another scale tells it
                results.put(
                        score.userId(),
                        new Result(
                                shown == null || shown.isNaN() ? null : shown * 4,
                                score.scoreMaximum() * 4,
                                seconds(score.timestamp()),
                                null));
            }
        });
        return results;
    }

    @Override
    public String queueOf(ServiceTarget target) {
        return queue;
    }

    @Override
    public void tryAgain(String again) {
        triedAgain.add(again);
    }
}
