/** Addresses that name a page of a course without opening it to anybody: for mails. */
@NullMarked
@NamedInterface("go")
package org.peercoach.course.go;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
