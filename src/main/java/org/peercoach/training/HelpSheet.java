package org.peercoach.training;

import java.util.List;

/**
 * A page to print and to have at hand. Everybody in the course may read it.
 *
 * @param key stands in its address and in the content that links to it
 * @param about what it is for, in one line
 * @param sessions numbers of the sessions that use it
 */
record HelpSheet(String key, String title, String about, List<Integer> sessions, String html) {

    /** The list of all sheets, below the course. */
    static final String LIST = "/training/sheets";

    /** Its page, below the course. */
    String path() {
        return LIST + "/" + key;
    }
}
