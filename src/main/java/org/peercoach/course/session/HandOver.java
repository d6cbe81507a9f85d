package org.peercoach.course.session;

import org.jspecify.annotations.Nullable;

/**
 * A passage into a new tab.
 *
 * @param session as whom, and where
 * @param path the page to open, one of the place's
 * @param back where in the LMS the launch came from, or null; a secret
 */
record HandOver(Session session, String path, @Nullable String back) {}
