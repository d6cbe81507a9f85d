package org.peercoach.training;

import java.util.Optional;
import org.peercoach.course.MemberRole;
import org.peercoach.course.review.ReviewProvider;
import org.springframework.stereotype.Component;

/** A session's review page. */
@Component
class TrainingReviews implements ReviewProvider {

    private final TrainingCatalog catalog;

    TrainingReviews(TrainingCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Optional<String> reviewPath(String activityKey) {
        return catalog.sessions().stream()
                .filter(session -> session.key().equals(activityKey))
                .map(TrainingReviews::path)
                .findFirst();
    }

    /** Coaches work through the sessions; nobody else has work there. */
    @Override
    public Optional<String> firstReview(MemberRole role) {
        return role == MemberRole.COACH
                ? catalog.sessions().stream().map(TrainingReviews::path).findFirst()
                : Optional.empty();
    }

    static String path(SessionContent session) {
        return "/training/review/" + session.number();
    }
}
