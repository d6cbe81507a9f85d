package org.peercoach.course.launch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.peercoach.course.session.KnownMembers;
import org.peercoach.course.session.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The districts, by the name that the deployment was given. */
@Component
public class Districts {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Cache<String, District> byName = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(10))
            .maximumSize(10_000)
            .build();

    Districts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The district of this name; made when a deployment of a new one is launched first. */
    public District named(String name) {
        District known = byName.getIfPresent(name);
        if (known != null) {
            return known;
        }
        District district = find(name, "").orElseGet(() -> add(name));
        KnownMembers.whenCommitted(() -> byName.put(name, district));
        return district;
    }

    /** The district with our id. */
    public Optional<District> byId(long id) {
        return jdbc.sql("select id, name, zone from course_district where id = ?")
                .param(id)
                .query(District.class)
                .optional();
    }

    /** Something about the district of this name has changed; other nodes follow within 10 seconds. */
    public void forget(String name) {
        KnownMembers.whenCommitted(() -> byName.invalidate(name));
    }

    private District add(String name) {
        jdbc.sql("insert into course_district (name, created_at) values (?, ?) on duplicate key update name = name")
                .params(name, Utc.of(clock.instant()))
                .update();
        // a locking read: also sees the row that another launch has just committed
        return find(name, " for update").orElseThrow();
    }

    private Optional<District> find(String name, String lock) {
        return jdbc.sql("select id, name, zone from course_district where name = ?" + lock)
                .param(name)
                .query(District.class)
                .optional();
    }
}
