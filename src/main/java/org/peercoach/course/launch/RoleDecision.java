package org.peercoach.course.launch;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.peercoach.course.session.KnownMembers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What somebody is in a course, by the rules that hold there. Whoever learns of a member, by launch or by roster, asks
 * here. Each node remembers the rules for 10 seconds (ruling 21), so a warm launch asks the database nothing.
 */
@Component
public class RoleDecision {

    private static final Duration MEMORY = Duration.ofSeconds(10);
    private static final String FIND = "select course_id, rules from course_role_rules where place in (?, ?)";
    private static final String ALL_PLACES = "places";

    private final JdbcClient jdbc;
    private final LoadingCache<RolePlace, RulesInForce> memory =
            Caffeine.newBuilder().expireAfterWrite(MEMORY).maximumSize(20_000).build(this::read);
    /** Few places have rules of their own; all others are spared the question. */
    private final LoadingCache<String, Set<String>> places =
            Caffeine.newBuilder().expireAfterWrite(MEMORY).build(key -> readPlaces());

    RoleDecision(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The role of somebody with these facts, and the rule that gave it. */
    public RulesInForce.Decided decide(RoleFacts facts, RolePlace place) {
        return in(place).decide(facts);
    }

    /** The rules that hold there. */
    public RulesInForce in(RolePlace place) {
        Set<String> known = places.get(ALL_PLACES);
        boolean own = known.contains(placeOfLms(place.deployment())) || known.contains(placeOfCourse(place.course()));
        return own ? memory.get(place) : RulesInForce.NONE;
    }

    /** Other rules hold from now on; other nodes follow within 10 seconds. */
    public void forget() {
        KnownMembers.whenCommitted(() -> {
            places.invalidateAll();
            memory.invalidateAll();
        });
    }

    /** The key of a deployment's row of rules. */
    public static String placeOfLms(long deployment) {
        return "lms-" + deployment;
    }

    /** The key of a course's row of rules. */
    public static String placeOfCourse(long course) {
        return "course-" + course;
    }

    private Set<String> readPlaces() {
        return Set.copyOf(jdbc.sql("select place from course_role_rules")
                .query(String.class)
                .list());
    }

    private RulesInForce read(RolePlace place) {
        Map<Boolean, RuleSet> found = new HashMap<>();
        jdbc.sql(FIND)
                .params(placeOfLms(place.deployment()), placeOfCourse(place.course()))
                .query(row -> {
                    boolean ofCourse = row.getObject("course_id") != null;
                    found.put(ofCourse, RuleSet.parse(row.getString("rules")));
                });
        return found.isEmpty()
                ? RulesInForce.NONE
                : new RulesInForce(found.getOrDefault(true, RuleSet.EMPTY), found.getOrDefault(false, RuleSet.EMPTY));
    }
}
