package org.peercoach.course.launch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.launch.LmsCourse.Facts;
import org.peercoach.course.session.KnownMembers;
import org.peercoach.course.session.Utc;
import org.peercoach.lti.LtiLaunch;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The courses, by registration, district and the platform's id; a launch that tells nothing new writes nothing. */
@Component
class Courses {

    private record Key(long registration, long district, String context) {}

    private static final String FIND = "select id, title, label, purpose, deployment_id, line_items_url, ags_scopes,"
            + " memberships_url from course_course where registration_id = ? and district_id = ? and context_id = ?";
    private static final RowMapper<LmsCourse> ROW = (row, index) -> new LmsCourse(
            row.getLong("id"),
            purpose(row.getString("purpose")),
            new Facts(
                    row.getString("title"),
                    row.getString("label"),
                    row.getLong("deployment_id"),
                    row.getString("line_items_url"),
                    row.getString("ags_scopes"),
                    row.getString("memberships_url")),
            Map.of());

    private final JdbcClient jdbc;
    private final Placements placements;
    private final PlaceNews news;
    private final Clock clock;
    private final Cache<Key, LmsCourse> memory = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(10))
            .maximumSize(5_000)
            .build();

    Courses(JdbcClient jdbc, Placements placements, PlaceNews news, Clock clock) {
        this.jdbc = jdbc;
        this.placements = placements;
        this.news = news;
        this.clock = clock;
    }

    /** The course of this launch, made or brought up to date by what the launch tells. */
    LmsCourse take(LtiLaunch launch, LtiLaunch.Context context, District district) {
        Key key = new Key(launch.target().registrationId(), district.id(), context.id());
        LmsCourse before = memory.getIfPresent(key);
        LmsCourse read = before == null ? read(key, launch, context) : before;
        LmsCourse now = refresh(read, launch, context);
        if (now != before) {
            KnownMembers.whenCommitted(() -> memory.put(key, now));
        }
        return now;
    }

    /** Another purpose holds from now on; the caller changes the members. */
    void forget() {
        KnownMembers.whenCommitted(memory::invalidateAll);
    }

    private LmsCourse read(Key key, LtiLaunch launch, LtiLaunch.Context context) {
        LmsCourse course = find(key, "").orElseGet(() -> add(key, Facts.of(launch, context, null)));
        return new LmsCourse(course.id(), course.purpose(), course.facts(), placements.of(course.id()));
    }

    private LmsCourse refresh(LmsCourse course, LtiLaunch launch, LtiLaunch.Context context) {
        Facts facts = Facts.of(launch, context, course.facts());
        Purpose purpose = course.purpose() == null
                ? Purpose.named(launch.custom().get("pc_purpose")).orElse(null)
                : course.purpose();
        Map<String, LmsCourse.Placement> links = placements.refresh(course, launch);
        if (facts.equals(course.facts()) && purpose == course.purpose() && links == course.placements()) {
            return course;
        }
        update(course.id(), purpose, facts);
        LmsCourse changed = new LmsCourse(course.id(), purpose, facts, links);
        news.tell(course, changed);
        return changed;
    }

    private void update(long id, @Nullable Purpose purpose, Facts facts) {
        jdbc.sql("update course_course set title = ?, label = ?, deployment_id = ?, line_items_url = ?, ags_scopes = ?,"
                        + " memberships_url = ?, purpose = coalesce(purpose, ?) where id = ?")
                .params(Arrays.asList(
                        facts.title(), facts.label(), facts.deployment(), facts.lineItemsUrl(), facts.scopes()))
                .params(Arrays.asList(facts.membershipsUrl(), purpose == null ? null : purpose.name(), id))
                .update();
    }

    private LmsCourse add(Key key, Facts facts) {
        jdbc.sql("insert into course_course (registration_id, district_id, context_id, title, label, deployment_id,"
                        + " line_items_url, ags_scopes, memberships_url, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on duplicate key update context_id = context_id")
                .params(Arrays.asList(key.registration(), key.district(), key.context(), facts.title(), facts.label()))
                .params(Arrays.asList(facts.deployment(), facts.lineItemsUrl(), facts.scopes(), facts.membershipsUrl()))
                .params(Utc.of(clock.instant()))
                .update();
        // a locking read: also sees the row that another launch has just committed
        return find(key, " for update").orElseThrow();
    }

    private Optional<LmsCourse> find(Key key, String lock) {
        return jdbc.sql(FIND + lock)
                .params(key.registration(), key.district(), key.context())
                .query(ROW)
                .optional();
    }

    private static @Nullable Purpose purpose(@Nullable String name) {
        return name == null ? null : Purpose.valueOf(name);
    }
}
