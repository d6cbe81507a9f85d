/** Files for spreadsheets. */
@NullMarked
@NamedInterface("csv")
package org.peercoach.shared.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
