/** Files for spreadsheets: no cell is a formula. */
@NullMarked
package org.peercoach.shared.csv;

import org.jspecify.annotations.NullMarked;
