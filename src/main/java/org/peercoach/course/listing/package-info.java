/** The one order of all lists of people, for rooms that cut pages from lists of their own. */
@NullMarked
@NamedInterface("listing")
package org.peercoach.course.listing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
