/** The LMS's list of a course's members, read in the background, and the page on which trainers see who is who. */
@NullMarked
package org.peercoach.course.roster;

import org.jspecify.annotations.NullMarked;
