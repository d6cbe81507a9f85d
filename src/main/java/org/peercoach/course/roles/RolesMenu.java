package org.peercoach.course.roles;

import java.util.List;
import org.peercoach.course.district.DistrictPage;
import org.peercoach.course.district.DistrictPageProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The role rules in the menu of a district. */
@Component
@Order(30)
class RolesMenu implements DistrictPageProvider {

    @Override
    public List<DistrictPage> pages() {
        return List.of(new DistrictPage("course.roles.menu", "/roles"));
    }
}
