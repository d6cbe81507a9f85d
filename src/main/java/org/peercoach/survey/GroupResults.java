package org.peercoach.survey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What all together answered, for those who look after a course. Renewed in steps of five people. */
@Service
class GroupResults {

    private final Responses responses;
    private final AnonymousAnswers anonymous;
    private final ShownFigures shown;

    GroupResults(Responses responses, AnonymousAnswers anonymous, ShownFigures shown) {
        this.responses = responses;
        this.anonymous = anonymous;
        this.shown = shown;
    }

    /**
     * The figures to show, and those of the earlier survey; either is empty as long as fewer than five have answered.
     */
    record Results(Optional<Figures> now, Optional<Figures> before) {}

    /** @param before the survey to compare with, or null */
    @Transactional(isolation = Isolation.READ_COMMITTED) // what is counted under the lock is what is there
    public Results of(Survey survey, @Nullable Survey before) {
        Optional<Figures> earlier = before == null ? Optional.empty() : figures(before, Optional.empty(), List.of());
        List<Figures.Counted> paired =
                before == null || before.administration() == null ? List.of() : counted(before.administration());
        return new Results(figures(survey, earlier, paired), earlier);
    }

    private Optional<Figures> figures(Survey survey, Optional<Figures> earlier, List<Figures.Counted> before) {
        Administration administration = survey.administration();
        if (administration == null) {
            return Optional.empty();
        }
        shown.hold(administration);
        Optional<Figures> last = shown.of(administration);
        List<Figures.Counted> counted = counted(administration);
        Figures fresh = Figures.of(survey.instrument(), counted);
        if (last.isEmpty() && !fresh.enough()) {
            return Optional.empty();
        }
        Figures next = last.map(figures -> figures.next(fresh)).orElse(fresh);
        Figures whole = last.filter(next::equals).isPresent()
                ? next
                : next.with(pairs(survey.instrument(), new Waves(earlier, before, next, counted)));
        if (last.filter(whole::equals).isEmpty()) {
            shown.keep(administration, whole);
        }
        return Optional.of(whole);
    }

    private List<Figures.Counted> counted(Administration administration) {
        return administration.anonymous()
                ? anonymous.of(administration).stream()
                        .map(kept -> new Figures.Counted(kept.id(), 1, kept.answers()))
                        .toList()
                : responses.handedIn(administration).stream()
                        .map(done -> new Figures.Counted(done.member(), done.version(), done.answers()))
                        .toList();
    }

    private record Waves(
            Optional<Figures> earlier, List<Figures.Counted> before, Figures now, List<Figures.Counted> after) {}

    /**
     * The same people before and after. Only where what is shown of each wave alone differs from them by nobody or by five
     * people or more; otherwise both waves are shown side by side, which tells nothing new.
     */
    private static Figures.@Nullable Pairs pairs(Instrument instrument, Waves waves) {
        Figures.Pairs last = waves.now().pairs();
        if (waves.earlier().isEmpty() || !instrument.kind().complete()) {
            return last;
        }
        Map<Long, Integer> shownBefore = waves.earlier().get().who();
        Map<Long, Figures.Counted> before = among(waves.before(), shownBefore);
        Map<Long, Figures.Counted> after = among(waves.after(), waves.now().who());
        before.keySet().retainAll(after.keySet());
        after.keySet().retainAll(before.keySet());
        boolean safe = after.size() >= Figures.FEWEST
                && Figures.apart(shownBefore, versions(before))
                && Figures.apart(waves.now().who(), versions(after))
                && (last == null || Figures.apart(last.who(), versions(after)));
        return !safe
                ? last
                : new Figures.Pairs(
                        versions(after),
                        Figures.tallies(instrument, List.copyOf(before.values())),
                        Figures.tallies(instrument, List.copyOf(after.values())));
    }

    /** Those whose answers are still the ones that are shown. */
    private static Map<Long, Figures.Counted> among(List<Figures.Counted> counted, Map<Long, Integer> who) {
        return counted.stream()
                .filter(one -> Integer.valueOf(one.version()).equals(who.get(one.who())))
                .collect(Collectors.toMap(Figures.Counted::who, one -> one, (one, other) -> one, HashMap::new));
    }

    private static Map<Long, Integer> versions(Map<Long, Figures.Counted> counted) {
        return counted.values().stream().collect(Collectors.toMap(Figures.Counted::who, Figures.Counted::version));
    }
}
