package org.peercoach.training;

import org.jspecify.annotations.Nullable;

/**
 * One session of the path, open or not.
 *
 * @param about what it is about, in one sentence; also what an LMS shows beside a placed link
 * @param folder where its content is, or null while it is not open
 */
record SessionTitle(
        int number,
        String title,
        String shortTitle,
        String about,
        @Nullable String folder) {

    /** The key of its gradebook column; stands in links that trainers placed. */
    String key() {
        return "session-" + number;
    }

    /** Called as this session is. */
    SessionTitle named(SessionContent session) {
        return new SessionTitle(number, session.title(), session.shortTitle(), about, folder);
    }

    /** Its page, below the course. */
    String path() {
        return "/training/sessions/" + number;
    }
}
