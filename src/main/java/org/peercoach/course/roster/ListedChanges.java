package org.peercoach.course.roster;

import java.util.ArrayList;
import java.util.List;
import org.peercoach.course.roster.ListedPerson.Names;
import org.peercoach.course.roster.ListedPerson.Seat;

/** What a portion of the list changes; what stays as it is does not come in. */
final class ListedChanges {

    private final List<NewName> names = new ArrayList<>();
    private final List<Seat> seats = new ArrayList<>();
    private final List<Long> left = new ArrayList<>();

    record NewName(long person, Names names) {}

    void name(ListedPerson before, Names now) {
        if (!now.equals(before.names())) {
            names.add(new NewName(before.id(), now));
        }
    }

    void seat(Seat before, Seat now) {
        if (!now.equals(before)) {
            seats.add(now);
        }
    }

    void left(Seat member) {
        if (member.active()) {
            left.add(member.id());
        }
    }

    List<NewName> names() {
        return names;
    }

    List<Seat> seats() {
        return seats;
    }

    List<Long> left() {
        return left;
    }
}
