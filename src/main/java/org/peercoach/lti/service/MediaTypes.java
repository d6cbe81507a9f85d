package org.peercoach.lti.service;

/** The one media type each call names, exactly: Moodle refuses lists and wildcards (LTI-A4, MOODLE-3.3). */
final class MediaTypes {

    static final String LINE_ITEM = "application/vnd.ims.lis.v2.lineitem+json";
    static final String LINE_ITEMS = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    static final String SCORE = "application/vnd.ims.lis.v1.score+json";
    static final String RESULTS = "application/vnd.ims.lis.v2.resultcontainer+json";
    static final String MEMBERS = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

    private MediaTypes() {}
}
