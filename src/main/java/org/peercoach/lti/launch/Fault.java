package org.peercoach.lti.launch;

import org.jspecify.annotations.Nullable;

/**
 * One rule that a launch breaks.
 *
 * @param rule the requirement, such as {@code LTI-T11}
 * @param refusal what the person is told
 * @param expected what the rule wanted, for the launch doctor: an id of the set-up or a time in seconds, never anything
 *     of a person; or null
 * @param received what it got, likewise
 */
record Fault(
        String rule,
        Refusal refusal,
        @Nullable String expected,
        @Nullable String received) {

    /** A fault with nothing to compare. */
    Fault(String rule, Refusal refusal) {
        this(rule, refusal, null, null);
    }

    /** The same, saying what the rule wanted and what it got. */
    Fault comparing(@Nullable String wanted, @Nullable String got) {
        return new Fault(rule, refusal, wanted, got);
    }
}
