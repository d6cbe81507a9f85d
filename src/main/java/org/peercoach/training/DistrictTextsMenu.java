package org.peercoach.training;

import java.util.List;
import org.peercoach.course.district.DistrictPage;
import org.peercoach.course.district.DistrictPageProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The content of the training in the menu of a district. */
@Component
@Order(35)
class DistrictTextsMenu implements DistrictPageProvider {

    @Override
    public List<DistrictPage> pages() {
        return List.of(new DistrictPage("training.text.menu", DistrictTextsController.LIST));
    }
}
