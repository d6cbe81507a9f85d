package org.peercoach.console.doctor;

import java.util.List;
import org.peercoach.course.district.DistrictPage;
import org.peercoach.course.district.DistrictPageProvider;
import org.peercoach.course.operator.OperatorPage;
import org.peercoach.course.operator.OperatorPageProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The launch doctor in the menus of a district and of the operator. */
@Configuration(proxyBeanMethods = false)
class DoctorMenu {

    private static final String TITLE = "console.doctor.launches.menu";

    @Bean
    @Order(50)
    DistrictPageProvider districtLaunches() {
        return () -> List.of(new DistrictPage(TITLE, "/launches"));
    }

    @Bean
    @Order(50)
    OperatorPageProvider operatorLaunches() {
        return () -> List.of(new OperatorPage(TITLE, "/operator/launches"));
    }
}
