/** Who is here: the sealed cookie of each course, what guards a request, and the passage into a new tab. */
@NullMarked
package org.peercoach.course.session;

import org.jspecify.annotations.NullMarked;
