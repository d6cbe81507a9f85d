package org.peercoach.training;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.training.cohort.CohortPlans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The training as each district words it and each cohort runs it. Which districts have words of their own is asked every
 * 10 seconds for all of them together; whoever has none costs nothing more.
 */
@Component
class Catalogs {

    private static final Logger LOG = LoggerFactory.getLogger(Catalogs.class);

    private final TrainingCatalog builtIn;
    private final OwnTextRows rows;
    private final TextRules rules;
    private final CohortPlans plans;
    private final JdbcClient jdbc;
    private final Cache<Boolean, Map<Long, Long>> stamps =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(10)).build();
    private final Cache<Own, TrainingCatalog> known = Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterAccess(Duration.ofHours(1))
            .build();
    private final Cache<CourseId, Long> districts =
            Caffeine.newBuilder().maximumSize(10_000).build();

    Catalogs(TrainingCatalog builtIn, OwnTextRows rows, TextRules rules, CohortPlans plans, JdbcClient jdbc) {
        this.builtIn = builtIn;
        this.rows = rows;
        this.rules = rules;
        this.plans = plans;
        this.jdbc = jdbc;
    }

    /** @param stamp changes with everything that a district publishes */
    private record Own(long district, long stamp) {}

    /** What ships, for everybody. */
    TrainingCatalog builtIn() {
        return builtIn;
    }

    /** The training as this member's cohort runs it. */
    TrainingCatalog of(Member member) {
        return district(member.district()).as(plans.of(member.course()));
    }

    /** The training as this cohort runs it. */
    TrainingCatalog of(CourseId course) {
        return district(districtOf(course)).as(plans.of(course));
    }

    /** All sessions in the words of this member's district, also those that the cohort leaves out. */
    TrainingCatalog whole(Member member) {
        return district(member.district());
    }

    /** The same of a course. */
    TrainingCatalog whole(CourseId course) {
        return district(districtOf(course));
    }

    /** All sessions in the words of a district. */
    TrainingCatalog district(long district) {
        Long stamp = Objects.requireNonNull(stamps.get(true, always -> rows.stamps()))
                .get(district);
        return stamp == null
                ? builtIn
                : Objects.requireNonNull(
                        known.get(new Own(district, stamp), own -> laid(district, rows.current(district))));
    }

    /** What was published on this node holds here at once. */
    void forget() {
        stamps.invalidateAll();
    }

    /** A course stays in its district for good. */
    private long districtOf(CourseId course) {
        return Objects.requireNonNull(districts.get(
                course,
                id -> jdbc.sql("select district_id from course_course where id = ?")
                        .param(id.value())
                        .query(Long.class)
                        .single()));
    }

    private TrainingCatalog laid(long district, OwnTexts own) {
        OwnTexts right = own.without(wrong(district, own));
        ContentFiles files = rules.files(right);
        List<SessionContent> sessions = builtIn.titles().stream()
                .filter(title -> title.folder() != null)
                .map(title -> right.touch(title)
                        ? files.session(title)
                        : builtIn.session(title.number()).orElseThrow())
                .toList();
        return builtIn.with(sessions, right.touchSheets() ? files.sheets() : builtIn.sheets());
    }

    /** After an update an old text may break a new rule: then what is built in holds until somebody mends it. */
    private Set<String> wrong(long district, OwnTexts own) {
        Set<String> wrong = new HashSet<>();
        own.files().forEach((file, text) -> {
            if (!rules.faults(file, text).isEmpty()) {
                LOG.warn("District {} has a text for {} that breaks the rules; the built-in one holds", district, file);
                wrong.add(file);
            }
        });
        return wrong;
    }
}
