package org.peercoach.course.district;

import java.util.List;

/** A room's offer to the menu of a district's pages. Beans are asked in their order. */
public interface DistrictPageProvider {

    /** What this room offers, in order. */
    List<DistrictPage> pages();
}
