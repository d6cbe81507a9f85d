package org.peercoach.course;

import org.jspecify.annotations.Nullable;

/**
 * Something a room offers in a course: an entry of the menu, something to place in the LMS, a gradebook column.
 *
 * @param key stable, such as {@code session-1}: stands in links that trainers placed and in the gradebook
 * @param title what people see
 * @param path below {@code /c/{course}}, such as {@code /training/sessions/1}
 * @param inMenu whether the menu shows it
 * @param scoreMaximum points of its gradebook column, or null if it is not graded
 */
public record Activity(
        String key,
        String title,
        String path,
        boolean inMenu,
        @Nullable Integer scoreMaximum) {}
