package org.peercoach.training.certificate;

import java.util.List;
import org.peercoach.course.district.DistrictPage;
import org.peercoach.course.district.DistrictPageProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The certificate in the menu of a district. */
@Component
@Order(80)
class HoursMenu implements DistrictPageProvider {

    @Override
    public List<DistrictPage> pages() {
        return List.of(new DistrictPage("training.hours.menu", HoursController.PATH));
    }
}
