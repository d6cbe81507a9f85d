package org.peercoach.training;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.training.certificate.CompletedSessions;
import org.springframework.stereotype.Component;

/** Counts completed sessions from the facts, as the path page shows them. A session without content counts as open. */
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
        List<SessionProgress> all =
                workbook.progress(member, catalogs.of(member).sessions());
        int done = (int) all.stream().filter(SessionProgress::complete).count();
        return new Tally(done, all.size(), begun(all), finished(all));
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
