package org.peercoach.survey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one member has written in a survey. The draft is what stands in the form; the answers are what was handed in. Of
 * an anonymous one both are empty once it is handed in, and its times are days.
 *
 * @param version counts up with each change, so that a second tab cannot overwrite unseen
 * @param writer the tab that saved last, or null
 */
record Response(
        long id,
        long member,
        Answers draft,
        Answers answers,
        boolean shared,
        int version,
        @Nullable String writer,
        Instant startedAt,
        Instant changedAt,
        @Nullable Instant handedInAt) {

    boolean handedIn() {
        return handedInAt != null;
    }

    /** Whether keeping this sheet would overwrite an answer that another tab has saved meanwhile. */
    boolean conflictsWith(Sheet sheet) {
        return sheet.version() != version
                && !sheet.writer().equals(writer)
                && draft.fields().entrySet().stream()
                        .anyMatch(kept -> !kept.getKey().equals(Answers.SHARE)
                                && !kept.getValue().equals(sheet.answers().text(kept.getKey())));
    }
}
