/** Tests of the survey room. */
@NullMarked
package org.peercoach.survey;

import org.jspecify.annotations.NullMarked;
