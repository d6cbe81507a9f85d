package org.peercoach.gradebook;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.peercoach.audit.AuditTrail;
import org.peercoach.audit.TestAudit;
import org.peercoach.course.Activity;
import org.peercoach.course.ActivityProvider;
import org.peercoach.course.CourseId;
import org.peercoach.course.GradingPlace;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.MemberRole;
import org.peercoach.course.Roster;
import org.peercoach.fixture.MovableClock;
import org.peercoach.lti.AssignmentAndGradeService;
import org.peercoach.lti.ServiceTarget;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The room put together by hand: a real database, a clock that the test moves, and an LMS of the test's choice. */
final class Bench {

    static final String ITEM = FakeLms.CONTAINER + "/1";
    static final CourseId COURSE = new CourseId(1);
    static final Set<String> SCOPES = AssignmentAndGradeService.SCOPES;

    final DataSource database;
    final JdbcClient jdbc;
    final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T10:42:00Z"));
    final List<Duration> naps = Collections.synchronizedList(new ArrayList<>());
    final List<String> woken = Collections.synchronizedList(new ArrayList<>());
    final Map<String, GradingPlace> places = new HashMap<>();
    final FakeLms lms = new FakeLms();
    final FakeRoster roster = new FakeRoster();
    String titleInDistrict = "Session 1: What is peer coaching?";
    final ScoreRows rows;
    final Outbox outbox;
    final LineItems lineItems;
    final PausedQueues pausedQueues;
    final GradedActivities activities = new GradedActivities(provider());
    final ScoreBook book;
    final Tries tries;
    final Readings readings;
    final Differences differences;
    final Comparison comparison;
    final AuditTrail audit;
    final AssignmentAndGradeService service;

    Bench() {
        this(TestDatabase.empty(), null);
    }

    Bench(DataSource database, @org.jspecify.annotations.Nullable AssignmentAndGradeService service) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        this.service = service == null ? lms : service;
        rows = new ScoreRows(jdbc);
        outbox = new Outbox(jdbc);
        lineItems = new LineItems(jdbc, clock);
        pausedQueues = new PausedQueues(jdbc);
        tries = new Tries(jdbc, clock);
        readings = new Readings(jdbc);
        differences = new Differences(jdbc);
        comparison = new Comparison(this.service, roster, differences, readings, clock);
        audit = TestAudit.trail(database, clock);
        book = new ScoreBook(
                rows, lineItems, roster, activities, this.service, new DeliveryBell(woken::add), event -> {}, clock);
        lms.has(ITEM, "session-1", Destinations.TAG, "link-1");
        placed(ITEM);
    }

    // ---- the course

    /** Session 1 is placed; its link has this line item, or none. */
    void placed(@org.jspecify.annotations.Nullable String lineItem) {
        place(new GradingPlace(new ServiceTarget(7, 70), SCOPES, FakeLms.CONTAINER, "link-1", lineItem));
    }

    void notPlaced() {
        place(new GradingPlace(new ServiceTarget(7, 70), SCOPES, FakeLms.CONTAINER, null, null));
    }

    void withoutGradebook() {
        place(new GradingPlace(new ServiceTarget(7, 70), Set.of(), null, "link-1", null));
    }

    void place(GradingPlace place) {
        places.put("session-1", place);
    }

    static Member coach(long id) {
        return member(id, MemberRole.COACH);
    }

    static Member member(long id, MemberRole role) {
        return new Member(
                new MemberId(id), COURSE, 1, id, role, false, "Person " + id, "Cohort 3", ZoneOffset.UTC, Locale.US);
    }

    // ---- the work

    void record(long member, int points) {
        book.record(coach(member), "session-1", points, false);
    }

    DeliveryStatus status(long member) {
        return book.status(COURSE, new MemberId(member), "session-1").orElseThrow();
    }

    QueueDrain drain() {
        Backoff backoff = new Backoff(() -> 0L); // no chance in tests
        Destinations destinations = destinations();
        SendNotes notes = new SendNotes(tries, readings, audit, clock);
        ScoreDelivery delivery =
                new ScoreDelivery(outbox, roster, service, lineItems, comparison, notes, backoff, clock);
        ColumnReader reader = new ColumnReader(comparison, readings, backoff, clock);
        return new QueueDrain(outbox, pausedQueues, destinations, delivery, reader, backoff, clock, this::nap);
    }

    Destinations destinations() {
        OwnColumns columns = new OwnColumns(lineItems, activities, service);
        return new Destinations(roster, lineItems, activities, service, rows, columns, clock);
    }

    /** Runs the queue once, as the scheduler would at this moment. */
    void run() {
        drain().run(service.queueOf(new ServiceTarget(7, 70)), () -> false);
    }

    void runAfter(Duration time) {
        clock.advance(time);
        run();
    }

    private void nap(Duration time) {
        naps.add(time);
        clock.advance(time);
    }

    private ObjectProvider<ActivityProvider> provider() {
        ActivityProvider sessions = new ActivityProvider() {
            @Override
            public List<Activity> activities(MemberRole role) {
                return List.of(
                        session("Session 1: What is peer coaching?"), new Activity("why", "Why", "/why", true, null));
            }

            @Override
            public List<Activity> activities(MemberRole role, CourseId course) {
                return List.of(session(titleInDistrict));
            }
        };
        return new ObjectProvider<>() {
            @Override
            public Stream<ActivityProvider> orderedStream() {
                return Stream.of(sessions);
            }
        };
    }

    private static Activity session(String title) {
        return new Activity("session-1", title, "/training/sessions/1", false, 25);
    }

    /** Members 1, 2, 3 ... of one course; 404 is of another. */
    final class FakeRoster implements Roster {

        @Override
        public Neighbors neighbors(CourseId course, MemberId member) {
            return new Neighbors(null, null);
        }

        @Override
        public List<Member> members(CourseId course) {
            return List.of(coach(1), coach(2), coach(3));
        }

        @Override
        public Map<MemberId, java.time.Instant> joined(CourseId course) {
            return Map.of();
        }

        @Override
        public Optional<Member> member(CourseId course, MemberId member) {
            return member.value() == 404 ? Optional.empty() : Optional.of(coach(member.value()));
        }

        @Override
        public Map<MemberId, Member> members(CourseId course, java.util.Collection<MemberId> members) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> platformUser(CourseId course, MemberId member) {
            return member.value() == 404 ? Optional.empty() : Optional.of("user-" + member.value());
        }

        @Override
        public Map<MemberId, String> platformUsers(CourseId course) {
            return LongStream.range(0, 300)
                    .filter(id -> id != 404)
                    .boxed()
                    .collect(Collectors.toMap(MemberId::new, id -> "user-" + id));
        }

        @Override
        public GradingPlace gradingPlace(CourseId course, String activityKey) {
            GradingPlace place = places.get(activityKey);
            if (place == null) {
                throw new IllegalArgumentException(activityKey);
            }
            return place;
        }

        @Override
        public Set<String> gradebookScopes(CourseId course) {
            return Set.of("https://purl.imsglobal.org/spec/lti-ags/scope/score");
        }
    }
}
