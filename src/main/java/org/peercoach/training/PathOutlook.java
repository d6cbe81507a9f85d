package org.peercoach.training;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.shared.time.Times;
import org.springframework.stereotype.Component;

/** What the path says above the sessions when there is no next step, and what a trainer's word holds up. */
@Component
class PathOutlook {

    private final DecisionWords words;

    PathOutlook(DecisionWords words) {
        this.words = words;
    }

    /**
     * Nothing to do now.
     *
     * @param finished whether all sessions are complete
     * @param sessions how many there are
     * @param lines what is still to come, and from whom
     */
    public record CalmView(boolean finished, int sessions, List<StillToCome.Line> lines) {}

    /** An activity that a trainer counts as not complete. */
    public record HeldRow(
            int session, int number, String title, String path, DecisionWords.@Nullable DecisionView decided) {}

    /** Null while there is something that the coach has to do. */
    static @Nullable CalmView calm(List<Standing> all, Times times) {
        if (all.isEmpty() || all.stream().anyMatch(Standing::needsWork)) {
            return null;
        }
        boolean finished = all.stream().allMatch(one -> one.progress().complete());
        return new CalmView(finished, all.size(), StillToCome.of(all, times));
    }

    /** Who decided is asked for once, and not at all where nobody did. */
    List<HeldRow> held(Member coach, List<Standing> all) {
        List<ActivityState> states = all.stream()
                .flatMap(one -> held(one.progress()).flatMap(activity -> one.progress().state(activity).stream()))
                .toList();
        DecisionWords.Known known = words.decided(coach, states);
        return all.stream()
                .flatMap(one -> held(one.progress()).map(activity -> row(coach, one.progress(), activity, known)))
                .toList();
    }

    private static Stream<ActivityContent> held(SessionProgress progress) {
        return progress.of(Turn.TRAINER);
    }

    private HeldRow row(Member coach, SessionProgress progress, ActivityContent activity, DecisionWords.Known known) {
        SessionContent session = progress.session();
        return new HeldRow(
                session.number(),
                activity.number(),
                activity.title(),
                coach.path(session.path(activity)),
                progress.state(activity)
                        .map(state -> words.of(coach, state, known))
                        .orElse(null));
    }
}
