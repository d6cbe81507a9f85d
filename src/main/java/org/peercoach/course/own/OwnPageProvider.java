package org.peercoach.course.own;

import org.peercoach.course.Member;

/** A room's page on which each member decides something for themselves. */
public interface OwnPageProvider {

    /**
     * @param title what the link says
     * @param about one sentence beside it
     * @param path a full path of ours
     */
    record OwnPage(String title, String about, String path) {}

    OwnPage page(Member member);
}
