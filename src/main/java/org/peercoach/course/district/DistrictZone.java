package org.peercoach.course.district;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.launch.Districts;
import org.peercoach.course.session.KnownMembers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The time zone of a district: for its people of whom nothing else is known (ruling 33). */
@Component
class DistrictZone {

    private final JdbcClient jdbc;
    private final Districts districts;
    private final KnownMembers known;
    private final AuditTrail audit;
    private final TransactionTemplate together;

    DistrictZone(
            JdbcClient jdbc,
            Districts districts,
            KnownMembers known,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.districts = districts;
        this.known = known;
        this.audit = audit;
        this.together = new TransactionTemplate(transactions);
    }

    /** What was chosen, if anything. */
    Optional<String> of(long district) {
        return jdbc.sql("select zone from course_district where id = ? and zone is not null")
                .param(district)
                .query(String.class)
                .optional();
    }

    /** How many people have none but this. */
    int people(long district) {
        return jdbc.sql("select count(*) from course_person where district_id = ? and test_user = false"
                        + " and chosen_zone is null and browser_zone is null and (zone is null or zone not like '%/%')")
                .param(district)
                .query(Integer.class)
                .single();
    }

    /**
     * Chooses another.
     *
     * @param zone null for none
     * @return what was chosen before
     */
    Optional<String> choose(Administrator who, @Nullable String zone) {
        return together.execute(status -> {
            Optional<String> before = of(who.district());
            if (!before.equals(Optional.ofNullable(zone))) {
                jdbc.sql("update course_district set zone = ? where id = ?")
                        .param(zone)
                        .param(who.district())
                        .update();
                audit.note(who.did(
                        "district.zone-changed", null, before.orElse("-") + " -> " + (zone == null ? "-" : zone)));
                known.forget();
                districts.forget(who.districtName());
            }
            return before;
        });
    }
}
