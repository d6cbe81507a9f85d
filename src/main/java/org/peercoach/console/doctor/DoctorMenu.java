package org.peercoach.console.doctor;

import java.util.List;
import org.peercoach.course.district.DistrictPage;
import org.peercoach.course.district.DistrictPageProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The launch doctor in a district's menu. */
@Component
@Order(50)
class DoctorMenu implements DistrictPageProvider {

    @Override
    public List<DistrictPage> pages() {
        return List.of(new DistrictPage("console.doctor.launches.menu", "/launches"));
    }
}
