package org.peercoach.course.roster;

import java.util.HashSet;
import java.util.Set;

/** What a reading has seen so far: ids only, so that a list of any length fits into memory. */
final class Reading {

    private final Set<Long> persons = new HashSet<>();
    private boolean changed;

    void saw(long person) {
        persons.add(person);
    }

    boolean hasSeen(long person) {
        return persons.contains(person);
    }

    int people() {
        return persons.size();
    }

    void changed() {
        changed = true;
    }

    boolean hasChanged() {
        return changed;
    }
}
