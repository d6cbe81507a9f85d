package org.peercoach.training.schedule;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a trainer sets of a meeting; see {@link Meeting}. */
public record NewMeeting(
        int session,
        Instant starts,
        Instant ends,
        ZoneId zone,
        @Nullable String place,
        @Nullable String link) {}
