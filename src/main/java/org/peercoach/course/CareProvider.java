package org.peercoach.course;

import java.util.Optional;

/** A room's offer to whoever looks after a course, on its first page, as long as there is something to do. */
public interface CareProvider {

    /**
     * @param title what can be done
     * @param path where, a full path of ours
     */
    record CareLink(String title, String path) {}

    Optional<CareLink> care(Member trainer);
}
