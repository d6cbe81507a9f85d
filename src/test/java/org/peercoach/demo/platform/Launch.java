package org.peercoach.demo.platform;

import java.time.Instant;

/**
 * A launch between the login that the LMS began and the id_token that ends it.
 *
 * @param id one-time; travels in {@code lti_message_hint}
 * @param messageHint must come back byte for byte (LTI-L4)
 */
record Launch(
        String id,
        String loginHint,
        String messageHint,
        Order order,
        Person person,
        Link link,
        ToolRegistration tool,
        Instant expires) {}
