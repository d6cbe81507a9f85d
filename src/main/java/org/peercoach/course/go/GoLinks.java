package org.peercoach.course.go;

import org.peercoach.course.Member;

/**
 * Links for mails. They carry no rights (ruling 18): whoever has a session for the course comes to the page; everybody
 * else is told to open the course in the LMS, and the person's next launch there within half an hour ends at the page.
 */
public interface GoLinks {

    /** The path of such a link; {@code rest} as in {@link Member#path}. */
    String path(Member member, String rest);
}
