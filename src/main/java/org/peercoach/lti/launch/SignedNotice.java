package org.peercoach.lti.launch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.ServiceTarget;

/**
 * A notice whose every check has passed (Platform Notification Service 1.0).
 *
 * @param target the deployment that it is about
 * @param districtName the district that the deployment belongs to
 * @param id unique within the platform; the same notice may come twice
 * @param type such as {@code LtiContextCopyNotice}
 * @param contextId the course that it is about, or null
 * @param originContextIds the courses that this one was copied from; may be empty
 */
public record SignedNotice(
        ServiceTarget target,
        String districtName,
        String id,
        String type,
        @Nullable String contextId,
        List<String> originContextIds) {}
