package org.peercoach.course.operator;

import java.util.List;

/** A room's offer to the menu of the operator's pages. Beans are asked in their order. */
public interface OperatorPageProvider {

    /** What this room offers, in order. */
    List<OperatorPage> pages();
}
