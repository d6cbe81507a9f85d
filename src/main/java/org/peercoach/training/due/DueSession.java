package org.peercoach.training.due;

import java.time.LocalDate;

/**
 * A session with a due date in one cohort.
 *
 * @param title such as "Looking closely"
 * @param path its page, below the course
 * @param due the last day in time, where the person is
 */
public record DueSession(int number, String title, String path, LocalDate due) {}
