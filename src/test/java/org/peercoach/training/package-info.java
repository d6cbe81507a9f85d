/** Content, completion rules, and what coaches, trainers and others get to see and save. */
@NullMarked
package org.peercoach.training;

import org.jspecify.annotations.NullMarked;
