package org.peercoach.course.launch;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.MemberRole;

/** What a course is for; decides what its Learners are (ruling 8). */
public enum Purpose {
    /** A cohort of coaches in training. */
    TRAINING(MemberRole.COACH),
    /** Teachers who work with a coach. */
    COLLABORATION(MemberRole.PARTICIPANT);

    private final MemberRole learner;

    Purpose(MemberRole learner) {
        this.learner = learner;
    }

    /** What a Learner is in such a course. */
    public MemberRole learner() {
        return learner;
    }

    /** The purpose that a link's {@code pc_purpose} names. */
    static Optional<Purpose> named(@Nullable String custom) {
        return switch (custom == null ? "" : custom) {
            case "training" -> Optional.of(TRAINING);
            case "collaboration" -> Optional.of(COLLABORATION);
            default -> Optional.empty();
        };
    }
}
