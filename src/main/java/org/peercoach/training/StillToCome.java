package org.peercoach.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.time.Times;

/** What a coach who has nothing to do now waits for, and from whom. */
final class StillToCome {

    private StillToCome() {}

    /**
     * One sentence.
     *
     * @param key of its words, which take a number (how many, or of which session) and a day
     * @param day or null
     */
    public record Line(String key, int number, @Nullable String day) {}

    /** Of these sessions, what holds up most first; what only waits for a mark, which holds nothing up, last. */
    static List<Line> of(List<Standing> sessions, Times times) {
        List<Line> lines = new ArrayList<>();
        count(lines, "training.waits.trainer", required(sessions, Turn.TRAINER).count());
        rooms(sessions).forEach((room, count) -> count(lines, "training.waits." + room, count));
        opening(sessions, times).ifPresent(lines::add);
        count(lines, "training.waits.mark", marks(sessions));
        return lines;
    }

    /** How many worksheets count already and have still to be marked. */
    static int marks(List<Standing> sessions) {
        return (int)
                sessions.stream().flatMap(one -> one.progress().of(Turn.MARK)).count();
    }

    private static void count(List<Line> lines, String key, long count) {
        if (count > 0) {
            lines.add(new Line(key, (int) count, null));
        }
    }

    private static Stream<ActivityContent> required(List<Standing> sessions, Turn turn) {
        return sessions.stream()
                .filter(one -> one.door().open())
                .flatMap(one -> one.progress().of(turn))
                .filter(ActivityContent::required);
    }

    private static Map<String, Long> rooms(List<Standing> sessions) {
        return required(sessions, Turn.ROOM)
                .map(ActivityContent::waitsFor)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
    }

    /** The first session that opens on a later day. */
    private static Optional<Line> opening(List<Standing> sessions, Times times) {
        return sessions.stream()
                .filter(one -> one.door().state() == SessionDoor.State.LATER)
                .flatMap(one -> opening(one, one.door().dates().opens(), times).stream())
                .findFirst();
    }

    private static Optional<Line> opening(Standing one, @Nullable LocalDate opens, Times times) {
        return opens == null
                ? Optional.empty()
                : Optional.of(new Line("training.waits.opens", one.session().number(), times.day(opens)));
    }
}
