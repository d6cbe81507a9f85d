/** The list of a district's courses: what each is for, how many people, which LMS. */
@NullMarked
package org.peercoach.course.courses;

import org.jspecify.annotations.NullMarked;
