package org.peercoach.course.roster;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.launch.Texts;

/**
 * Which people a trainer wants to see.
 *
 * @param named part of their name, in small letters, or ""
 * @param after the member whom the last page ended with, or null for the first page
 */
record PeopleQuestion(Show show, String named, @Nullable Long after) {

    private static final String HERE = "m.active = true";

    /** As it stands in an address; what makes no sense is left out. */
    static PeopleQuestion of(@Nullable String show, @Nullable String named, @Nullable Long after) {
        Show chosen = Arrays.stream(Show.values())
                .filter(one -> one.key().equals(show))
                .findFirst()
                .orElse(Show.ALL);
        return new PeopleQuestion(chosen, named == null ? "" : Texts.cut(named.strip(), 100), after);
    }

    /** One of the chips above the list. */
    enum Show {
        ALL(HERE),
        TRAINER(role("TRAINER")),
        COACH(role("COACH")),
        PARTICIPANT(role("PARTICIPANT")),
        LEADER(role("LEADER")),
        OBSERVER(role("OBSERVER")),
        NEVER(HERE + " and m.last_seen is null"),
        DIFFERS(HERE + " and (m.roster_differs = true or " + PeopleRows.UNLISTED + ")"),
        LEFT("m.active = false");

        private final String condition;

        Show(String condition) {
            this.condition = condition;
        }

        /** As it stands in an address. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Of {@code m}, {@code c} and {@code r}. */
        String condition() {
            return condition;
        }

        private static String role(String role) {
            return HERE + " and " + PeopleRows.ROLE + " = '" + role + "'";
        }
    }
}
