package org.peercoach.lti.launch;

/**
 * One rule that a launch breaks.
 *
 * @param rule the requirement, such as {@code LTI-T11}
 * @param refusal what the person is told
 */
record Fault(String rule, Refusal refusal) {}
