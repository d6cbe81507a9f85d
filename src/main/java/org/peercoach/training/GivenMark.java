package org.peercoach.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.MemberId;

/**
 * What a trainer said of one handed-in version.
 *
 * @param handedIn id of the version
 * @param comment for the author, or null
 */
record GivenMark(long handedIn, Verdict verdict, @Nullable String comment, MemberId by, Instant at) {

    static final int LONGEST_COMMENT = 4_000;
}
