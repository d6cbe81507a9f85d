package org.peercoach.course.placing;

import org.peercoach.course.Activity;

/**
 * Something that was picked.
 *
 * @param training whether a course where it is placed is a training course (ruling 8)
 */
record Choice(Activity activity, String about, boolean training) {}
