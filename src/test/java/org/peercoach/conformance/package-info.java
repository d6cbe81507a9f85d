/** Writes down which tests show which requirement: {@code target/conformance.html}. Uses nothing but the JDK. */
package org.peercoach.conformance;
