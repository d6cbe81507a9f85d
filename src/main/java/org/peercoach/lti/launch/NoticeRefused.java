package org.peercoach.lti.launch;

import java.util.List;

/** A notice that is not believed. Names the broken rules, and nothing that the notice held. */
public final class NoticeRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> rules;

    NoticeRefused(List<String> rules) {
        super("notice refused " + rules, null, false, false);
        this.rules = rules;
    }

    static NoticeRefused of(String rule) {
        return new NoticeRefused(List.of(rule));
    }

    /** Requirements such as {@code LTI-T7}. */
    public List<String> rules() {
        return rules;
    }
}
