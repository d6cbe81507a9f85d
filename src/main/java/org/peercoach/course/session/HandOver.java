package org.peercoach.course.session;

/**
 * A passage into a new tab.
 *
 * @param session as whom, and where
 * @param path the page to open, one of the place's
 */
record HandOver(Session session, String path) {}
