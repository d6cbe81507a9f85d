package org.peercoach.console;

import java.util.List;
import org.peercoach.course.district.DistrictPage;
import org.peercoach.course.district.DistrictPageProvider;
import org.peercoach.course.operator.OperatorPage;
import org.peercoach.course.operator.OperatorPageProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the console offers to the menus. */
@Configuration
class ConsoleMenu {

    @Bean
    @Order(10)
    DistrictPageProvider lmsPage() {
        return () -> List.of(new DistrictPage("console.menu.lms", "/lms"));
    }

    /** The way to the audit log, too: a menu holds few entries. */
    @Bean
    @Order(60)
    DistrictPageProvider healthPage() {
        return () -> List.of(new DistrictPage("console.menu.health", "/health"));
    }

    @Bean
    @Order(10)
    OperatorPageProvider operatorLmsPages() {
        return () -> List.of(
                new OperatorPage("console.menu.registrations", "/operator/registrations"),
                new OperatorPage("console.menu.approvals", "/operator/deployments"),
                new OperatorPage("console.menu.install", "/operator/install"),
                new OperatorPage("console.menu.keys", "/operator/keys"));
    }

    @Bean
    @Order(70)
    OperatorPageProvider operatorAuditPage() {
        return () -> List.of(new OperatorPage("console.menu.audit", "/operator/audit"));
    }
}
