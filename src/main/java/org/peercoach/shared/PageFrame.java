package org.peercoach.shared;

import java.util.List;

/**
 * What the layout of a member's page shows around the work: the menu, and who is here as what.
 *
 * @param home path of the course's first page
 * @param courseTitle title of the course, as the LMS calls it
 * @param personName the person's name, or a neutral one where the LMS tells none
 * @param initials one or two letters for the round mark
 * @param roleKey message key of the role's name
 * @param menu entries in order
 * @param signOut path to post to in order to sign out
 * @param why path of the page that explains the role
 */
public record PageFrame(
        String home,
        String courseTitle,
        String personName,
        String initials,
        String roleKey,
        List<Entry> menu,
        String signOut,
        String why) {

    /**
     * @param title words of the entry
     * @param path where it leads
     * @param current whether the open page belongs to it
     */
    public record Entry(String title, String path, boolean current) {}
}
