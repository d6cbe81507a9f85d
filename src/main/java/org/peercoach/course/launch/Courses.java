package org.peercoach.course.launch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseChanges;
import org.peercoach.course.CourseId;
import org.peercoach.course.launch.LmsCourse.Facts;
import org.peercoach.course.session.KnownMembers;
import org.peercoach.course.session.Utc;
import org.peercoach.lti.LtiLaunch;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The courses, by registration, district and the platform's id; a launch that tells nothing new writes nothing. */
@Component
public class Courses {

    /** @param scopes what the platform allows in the gradebook */
    private record Settings(@Nullable Purpose purpose, Set<String> scopes) {
        static Settings of(LmsCourse course) {
            return new Settings(course.purpose(), scopes(course.facts().scopes()));
        }

        static Set<String> scopes(String joined) {
            return joined.isEmpty() ? Set.of() : Set.of(joined.split(" "));
        }
    }

    private record Key(long registration, long district, String context) {}

    private static final String COLUMNS = "select c.id, c.title, c.label, c.purpose, c.deployment_id, c.line_items_url,"
            + " c.ags_scopes, c.memberships_url";
    private static final String KEY = " where c.registration_id = ? and c.district_id = ? and c.context_id = ?";
    private static final String FIND = COLUMNS + ", l.resource_link_id, l.activity_key, l.line_item_url"
            + " from course_course c left join course_placement l on l.course_id = c.id" + KEY;
    private static final String LOCK = COLUMNS + " from course_course c" + KEY + " for update";
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
    private final CourseChanges changes;
    private final Clock clock;
    private final Cache<Key, LmsCourse> memory = Caffeine.newBuilder()
            .expireAfterWrite(CourseChanges.MEMORY)
            .maximumSize(20_000)
            .build();
    /** To find what is remembered of a course; held longer than the memory itself. */
    private final Cache<Long, Key> keys =
            Caffeine.newBuilder().maximumSize(40_000).build();

    private final LoadingCache<Long, @Nullable Settings> settings = Caffeine.newBuilder()
            .expireAfterWrite(CourseChanges.MEMORY)
            .maximumSize(20_000)
            .build(this::readSettings);

    Courses(JdbcClient jdbc, Placements placements, PlaceNews news, CourseChanges changes, Clock clock) {
        this.jdbc = jdbc;
        this.placements = placements;
        this.news = news;
        this.changes = changes;
        this.clock = clock;
        changes.listen(this::forget);
    }

    /** The course of this launch, made or brought up to date by what the launch tells. */
    LmsCourse take(LtiLaunch launch, LtiLaunch.Context context, District district) {
        Key key = new Key(launch.target().registrationId(), district.id(), context.id());
        long heard = changes.heard();
        LmsCourse before = memory.getIfPresent(key);
        LmsCourse read = before == null ? read(key, launch, context) : before;
        LmsCourse now = refresh(read, launch, context);
        if (now != before) {
            KnownMembers.whenCommitted(() -> remember(key, now, heard));
        }
        return now;
    }

    private void remember(Key key, LmsCourse course, long heard) {
        memory.put(key, course);
        keys.put(course.id(), key);
        settings.put(course.id(), Settings.of(course));
        if (changes.heard() != heard) {
            memory.invalidate(key);
            settings.invalidate(course.id());
        }
    }

    /** What the course is for. */
    Optional<Purpose> purpose(long course) {
        return Optional.ofNullable(settings.get(course)).map(Settings::purpose);
    }

    /** What the platform allows in the course's gradebook; empty where it has none. */
    public Set<String> gradebookScopes(long course) {
        return Optional.ofNullable(settings.get(course)).map(Settings::scopes).orElse(Set.of());
    }

    private void forget(CourseId course) {
        Key key = keys.getIfPresent(course.value());
        if (key != null) {
            memory.invalidate(key);
        }
        settings.invalidate(course.value());
    }

    private LmsCourse read(Key key, LtiLaunch launch, LtiLaunch.Context context) {
        return find(key).orElseGet(() -> add(key, Facts.of(launch, context, null)));
    }

    private @Nullable Settings readSettings(Long course) {
        return jdbc.sql("select purpose, ags_scopes from course_course where id = ?")
                .param(course)
                .query((row, index) ->
                        new Settings(purpose(row.getString("purpose")), Settings.scopes(row.getString("ags_scopes"))))
                .optional()
                .orElse(null);
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
        changes.tellOthers(new CourseId(course.id()));
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
        LmsCourse course = jdbc.sql(LOCK)
                .params(key.registration(), key.district(), key.context())
                .query(ROW)
                .single();
        return new LmsCourse(course.id(), course.purpose(), course.facts(), placements.of(course.id()));
    }

    /** The course with its links, in one question. */
    private Optional<LmsCourse> find(Key key) {
        Map<String, LmsCourse.Placement> links = new HashMap<>();
        List<LmsCourse> rows = jdbc.sql(FIND)
                .params(key.registration(), key.district(), key.context())
                .query((row, index) -> {
                    String link = row.getString("resource_link_id");
                    if (link != null) {
                        links.put(
                                link,
                                new LmsCourse.Placement(row.getString("activity_key"), row.getString("line_item_url")));
                    }
                    return Objects.requireNonNull(ROW.mapRow(row, index));
                })
                .list();
        return rows.stream()
                .findFirst()
                .map(course -> new LmsCourse(course.id(), course.purpose(), course.facts(), Map.copyOf(links)));
    }

    private static @Nullable Purpose purpose(@Nullable String name) {
        return name == null ? null : Purpose.valueOf(name);
    }
}
