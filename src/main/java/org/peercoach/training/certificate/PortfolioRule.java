package org.peercoach.training.certificate;

import java.util.List;
import org.peercoach.course.Activity;
import org.peercoach.course.ActivityProvider;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.gradebook.DeliveryStatus;
import org.peercoach.gradebook.Gradebook;
import org.springframework.stereotype.Component;

/**
 * The portfolio's part of the rule: graded at 70 points or more. As long as no room offers a portfolio to coaches, there
 * is nothing to wait for, and this part is met.
 */
@Component
class PortfolioRule {

    /** The portfolio's key in the gradebook (programme 2.0). */
    static final String KEY = "portfolio";

    static final int PASS = 70;

    private final List<ActivityProvider> rooms;
    private final Gradebook gradebook;

    PortfolioRule(List<ActivityProvider> rooms, Gradebook gradebook) {
        this.rooms = rooms;
        this.gradebook = gradebook;
    }

    /** Whether a portfolio belongs to the training. */
    boolean asked() {
        return rooms.stream()
                .flatMap(room -> room.activities(MemberRole.COACH).stream())
                .map(Activity::key)
                .anyMatch(KEY::equals);
    }

    /** Whether this member's portfolio has passed; only where one is asked for. */
    boolean passed(Member member) {
        return gradebook
                .status(member.course(), member.id(), KEY)
                .map(DeliveryStatus::points)
                .filter(points -> points >= PASS)
                .isPresent();
    }
}
