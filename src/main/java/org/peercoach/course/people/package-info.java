/** The roster, and the pages about the course's people: why you are what you are, what the course is for, sign out. */
@NullMarked
package org.peercoach.course.people;

import org.jspecify.annotations.NullMarked;
