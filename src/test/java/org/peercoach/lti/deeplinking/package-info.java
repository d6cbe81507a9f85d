@NullMarked
package org.peercoach.lti.deeplinking;

import org.jspecify.annotations.NullMarked;
