package org.peercoach.lti;

import java.util.List;

/** What happens after a platform has told something by itself. The room above implements it. */
public interface NoticeReceiver {

    /**
     * A course was copied ({@code LtiContextCopyNotice}). May be told more than once, and before anybody has opened either
     * course here; runs in a transaction.
     */
    void contextCopied(ContextCopy copy);

    /**
     * @param districtName the district that the deployment belongs to
     * @param contextId the platform's id of the new course
     * @param originContextIds ids of the courses that it was made of
     */
    record ContextCopy(ServiceTarget target, String districtName, String contextId, List<String> originContextIds) {}
}
