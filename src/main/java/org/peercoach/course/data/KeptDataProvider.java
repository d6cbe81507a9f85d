package org.peercoach.course.data;

import java.util.List;
import org.peercoach.course.Member;

/** A room that keeps something about people tells here what it is; nothing may be left out. */
public interface KeptDataProvider {

    /** Everything that this room keeps of this member, one entry for each kind; kinds without a row may be left out. */
    List<KeptData> of(Member member);
}
