package org.peercoach.training;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.training.certificate.CompletedSessions;
import org.springframework.stereotype.Component;

/**
 * Counts completed sessions from the facts, as the path page shows them. A session without content counts as open; one of
 * which the cohort leaves out all that is required does not count at all.
 */
@Component
class TrainingCompletion implements CompletedSessions {

    private final Catalogs catalogs;
    private final Workbook workbook;

    TrainingCompletion(Catalogs catalogs, Workbook workbook) {
        this.catalogs = catalogs;
        this.workbook = workbook;
    }

    @Override
    public Tally of(Member member) {
        TrainingCatalog catalog = catalogs.of(member);
        List<SessionProgress> all = workbook.progress(member, catalog.sessions());
        List<SessionProgress> asked =
                all.stream().filter(SessionProgress::requiresAnything).toList();
        int done = (int) asked.stream().filter(SessionProgress::complete).count();
        int leftOut = all.size() - asked.size();
        return new Tally(done, catalog.titles().size() - leftOut, share(member, asked), begun(all), finished(all));
    }

    private double share(Member member, List<SessionProgress> asked) {
        int kept = asked.stream().mapToInt(one -> one.session().minutesKept()).sum();
        int whole = catalogs.whole(member).sessions().stream()
                .mapToInt(SessionContent::minutesKept)
                .sum();
        return whole == 0 ? 0 : kept / (double) whole;
    }

    private static @Nullable Instant begun(List<SessionProgress> all) {
        return all.stream()
                .flatMap(one -> one.states().values().stream())
                .map(ActivityState::startedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Instant finished(List<SessionProgress> all) {
        return all.stream()
                .map(SessionProgress::completedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
