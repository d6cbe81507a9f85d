package org.peercoach.course.courses;

import java.util.List;
import org.peercoach.course.district.DistrictPage;
import org.peercoach.course.district.DistrictPageProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The courses in the menu of a district. */
@Component
@Order(20)
class CoursesMenu implements DistrictPageProvider {

    @Override
    public List<DistrictPage> pages() {
        return List.of(new DistrictPage("course.courses.menu", "/courses"));
    }
}
