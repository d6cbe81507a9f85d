package org.peercoach.training;

import java.util.List;
import org.peercoach.course.Member;

/** The worksheets of a coach to which a trainer said "not yet", for the path: each leads to the comment. */
final class NotYetNotes {

    private NotYetNotes() {}

    public record NotYetRow(int session, int number, String title, String path) {}

    static List<NotYetRow> of(Member coach, List<SessionProgress> progress) {
        return progress.stream()
                .flatMap(one -> one.session().activities().stream()
                        .filter(activity -> one.turn(activity) == Turn.COACH
                                && one.state(activity)
                                        .filter(ActivityState::notYet)
                                        .isPresent())
                        .map(activity -> new NotYetRow(
                                one.session().number(),
                                activity.number(),
                                activity.title(),
                                coach.path(one.session().path(activity)))))
                .toList();
    }
}
