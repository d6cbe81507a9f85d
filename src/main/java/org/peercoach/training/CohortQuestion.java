package org.peercoach.training;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which coaches a trainer wants to see.
 *
 * @param named part of their name, or ""
 */
record CohortQuestion(Show show, String named) {

    private static final int LONGEST = 100;

    /** One of the chips above the grid. */
    enum Show {
        ALL,
        WAITING,
        STUCK;

        /** As it stands in an address. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean takes(CohortRow row, Instant now) {
            return switch (this) {
                case ALL -> true;
                case WAITING -> row.waits();
                case STUCK -> row.stuck(now);
            };
        }
    }

    /** As it stands in an address; what makes no sense is left out. */
    static CohortQuestion of(@Nullable String show, @Nullable String named) {
        Show chosen = Arrays.stream(Show.values())
                .filter(one -> one.key().equals(show))
                .findFirst()
                .orElse(Show.ALL);
        String name = named == null ? "" : named.strip();
        return new CohortQuestion(chosen, name.length() > LONGEST ? name.substring(0, LONGEST) : name);
    }

    /** Those that it asks for, of all. */
    List<CohortRow> of(List<CohortRow> rows, Instant now) {
        String wanted = named.toLowerCase(Locale.ROOT);
        return rows.stream()
                .filter(row -> show.takes(row, now))
                .filter(row -> row.coach().name().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    CohortQuestion with(Show other) {
        return new CohortQuestion(other, named);
    }

    /** The address of a page that answers it; {@code page} is a full path of ours. */
    String path(String page) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath(page);
        if (show != Show.ALL) {
            path.queryParam("show", show.key());
        }
        return named.isEmpty()
                ? path.build().toUriString()
                : path.queryParam("q", "{q}").encode().buildAndExpand(named).toUriString();
    }
}
