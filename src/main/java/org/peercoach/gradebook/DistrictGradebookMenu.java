package org.peercoach.gradebook;

import java.util.List;
import org.peercoach.course.district.DistrictPage;
import org.peercoach.course.district.DistrictPageProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The gradebook in the menu of a district. */
@Component
@Order(40)
class DistrictGradebookMenu implements DistrictPageProvider {

    @Override
    public List<DistrictPage> pages() {
        return List.of(new DistrictPage("gradebook.menu", "/gradebook"));
    }
}
