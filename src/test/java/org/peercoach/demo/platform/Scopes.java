package org.peercoach.demo.platform;

import java.util.List;

/** What a tool may ask for. */
final class Scopes {

    private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/scope/";
    static final String LINE_ITEM = AGS + "lineitem";
    static final String LINE_ITEM_READ = AGS + "lineitem.readonly";
    static final String RESULT_READ = AGS + "result.readonly";
    static final String SCORE = AGS + "score";
    static final String ROSTER = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";
    static final List<String> GRADEBOOK = List.of(LINE_ITEM, LINE_ITEM_READ, RESULT_READ, SCORE);
    /** Lets a tool say where its notices go. */
    static final String NOTICES = "https://purl.imsglobal.org/spec/lti/scope/noticehandlers";

    static final List<String> ALL = List.of(LINE_ITEM, LINE_ITEM_READ, RESULT_READ, SCORE, ROSTER, NOTICES);

    private Scopes() {}
}
