package org.peercoach.course.zone;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of zones; public for templates.
 *
 * @param key the ending of its message key, such as {@code US} or {@code Africa}
 */
public record ZoneGroup(String key, List<Zone> zones) {

    /**
     * @param id as the IANA writes it
     * @param word the ending of its message key, or null where the town says it
     * @param name the town
     */
    public record Zone(String id, @Nullable String word, String name) {}
}
