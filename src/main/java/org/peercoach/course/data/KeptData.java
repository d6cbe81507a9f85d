package org.peercoach.course.data;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One kind of rows that a room keeps of one person in one course.
 *
 * @param kind stable name in the download, such as {@code activities}
 * @param titleKey message key of its name
 * @param rows as they are stored, by name; each value a text, number, boolean, time, map or null
 */
public record KeptData(String kind, String titleKey, List<Map<String, @Nullable Object>> rows) {}
