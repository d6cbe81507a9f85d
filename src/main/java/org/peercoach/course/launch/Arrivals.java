package org.peercoach.course.launch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.MemberRole;
import org.peercoach.course.launch.Arrival.Identity;
import org.peercoach.course.launch.Arrival.Seat;
import org.peercoach.course.session.Utc;
import org.peercoach.lti.LtiLaunch;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/**
 * People and members of launches. A launch that tells nothing new is one question and no write; of several first
 * launches at once one inserts, the others begin again and find its row.
 */
@Component
class Arrivals {

    /** Whose launch, into which course; 0 for none. Ids of platforms are unique per registration only (MOODLE-3.14). */
    record Who(long registration, long district, String subject, long course) {}

    /** Sessions of a new person are good from the start, whatever the clocks of several nodes say. */
    private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");

    private static final Duration SEEN_EVERY = Duration.ofHours(1);
    private static final int ROLES_WIDTH = 4000;
    /**
     * While the LMS's list is being read, whoever was seen before the reading began counts as not seen: their launch is
     * written down, once a reading, so that the list does not put them out in the middle of their work (LTI-N10).
     */
    private static final String LAST_SEEN = "case when r.reading = true and m.last_seen < r.started_at then null"
            + " else m.last_seen end as last_seen";

    private static final String FIND =
            "select p.id, p.valid_from, p.name, p.given_name, p.family_name, p.email, p.locale,"
                    + " p.zone, p.chosen_zone, p.browser_zone, p.administrator, p.test_user, m.id as member_id, m.lms_roles, m.lms_custom, m.role, m.role_reason,"
                    + " m.explicit_role, m.active, " + LAST_SEEN + " from course_person p"
                    + " left join course_member m on m.person_id = p.id and m.course_id = ?"
                    + " left join course_roster r on r.course_id = m.course_id"
                    + " where p.registration_id = ? and p.district_id = ? and p.sub = ?";
    private static final RowMapper<Arrival> ROW = (row, index) -> new Arrival(
            row.getLong("id"),
            Utc.read(row, "valid_from"),
            identity(row),
            new Arrival.OwnZones(row.getString("chosen_zone"), row.getString("browser_zone")),
            seat(row));

    private final JdbcClient jdbc;
    private final RoleDecision roles;
    private final Clock clock;

    Arrivals(JdbcClient jdbc, RoleDecision roles, Clock clock) {
        this.jdbc = jdbc;
        this.roles = roles;
        this.clock = clock;
    }

    /**
     * The person and, in a course, the member of this launch, as the launch leaves them.
     *
     * @throws ConcurrencyFailureException if another launch of the person was first; a new transaction sees its rows
     */
    Arrival take(Who who, LtiLaunch launch, @Nullable Purpose purpose) {
        Optional<Arrival> known = find(who);
        if (known.isEmpty() || (known.get().seat() == null && who.course() != 0)) {
            return add(who, launch, purpose, known.orElse(null));
        }
        Arrival before = known.get();
        Seat seat = before.seat();
        RoleFacts facts = RoleFacts.of(launch, purpose, seat == null ? null : seat.explicit());
        return new Arrival(
                before.person(),
                before.validFrom(),
                identity(before, launch, facts),
                before.zones(),
                seat == null ? null : refresh(who, seat, facts, launch));
    }

    /** What the launch tells of a person whom we know, stored if it is new. */
    private Identity identity(Arrival before, LtiLaunch launch, RoleFacts facts) {
        Identity identity = Identity.of(launch, facts, before.identity());
        if (!identity.equals(before.identity())) {
            update(before.person(), identity);
        }
        return identity;
    }

    private Seat refresh(Who who, Seat before, RoleFacts facts, LtiLaunch launch) {
        RulesInForce rules = rules(who, launch);
        RulesInForce.Decided decided = rules.decide(facts);
        Instant now = clock.instant();
        Instant lastSeen = before.lastSeen();
        // Whoever comes back counts as seen now, or the next reading of the LMS's list would put them out again.
        Instant seen = before.active() && lastSeen != null && now.isBefore(lastSeen.plus(SEEN_EVERY)) ? lastSeen : now;
        Seat seat = new Seat(
                before.id(),
                roles(launch),
                KeptCustom.of(launch.custom(), rules),
                decided.role(),
                decided.reason(),
                before.explicit(),
                true,
                seen);
        if (!seat.equals(before)) {
            store(seat, seen);
        }
        return seat;
    }

    /** A role that a trainer has given in this very moment stays; whether the LMS's list agrees is not known any more. */
    private void store(Seat seat, Instant seen) {
        jdbc.sql("update course_member set roster_differs = case when lms_roles = ? then roster_differs else false end,"
                        + " lms_roles = ?, lms_custom = ?, role = coalesce(explicit_role, ?),"
                        + " role_reason = case when explicit_role is null then ? else 'ASSIGNED' end, active = true,"
                        + " last_seen = ? where id = ?")
                .params(Arrays.asList(
                        seat.lmsRoles(),
                        seat.lmsRoles(),
                        seat.custom(),
                        seat.role().name()))
                .params(seat.rule(), Utc.of(seen), seat.id())
                .update();
    }

    /** Adds what is missing; nothing is read again, for what was inserted is known. */
    private Arrival add(Who who, LtiLaunch launch, @Nullable Purpose purpose, @Nullable Arrival known) {
        RoleFacts facts = RoleFacts.of(launch, purpose, null);
        Identity identity = known == null ? Identity.of(launch, facts, null) : identity(known, launch, facts);
        try {
            long person = known == null ? addPerson(who, identity) : known.person();
            Seat seat = who.course() == 0 ? null : addMember(who, person, launch, facts);
            return known == null
                    ? new Arrival(person, EVER, identity, Arrival.OwnZones.NONE, seat)
                    : new Arrival(person, known.validFrom(), identity, known.zones(), seat);
        } catch (DuplicateKeyException e) {
            throw new ConcurrencyFailureException("another first launch of this person came first", e);
        }
    }

    private long addPerson(Who who, Identity identity) {
        return inserted(jdbc.sql("insert into course_person (registration_id, district_id, sub, name, given_name,"
                        + " family_name, email, locale, zone, administrator, test_user, valid_from, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(who.registration(), who.district(), who.subject())
                .params(Arrays.asList(identity.name(), identity.givenName(), identity.familyName(), identity.email()))
                .params(Arrays.asList(
                        identity.locale(), identity.zone(), identity.administrator(), identity.testUser()))
                .params(Utc.of(EVER), Utc.of(clock.instant())));
    }

    private Seat addMember(Who who, long person, LtiLaunch launch, RoleFacts facts) {
        RulesInForce rules = rules(who, launch);
        RulesInForce.Decided decided = rules.decide(facts);
        Instant now = clock.instant();
        Seat seat = new Seat(
                0,
                roles(launch),
                KeptCustom.of(launch.custom(), rules),
                decided.role(),
                decided.reason(),
                null,
                true,
                now);
        long id = inserted(jdbc.sql("insert into course_member (course_id, person_id, lms_roles, lms_custom, role,"
                        + " role_reason, active, last_seen, created_at) values (?, ?, ?, ?, ?, ?, true, ?, ?)")
                .params(Arrays.asList(who.course(), person, seat.lmsRoles(), seat.custom()))
                .params(seat.role().name(), seat.rule())
                .params(Utc.of(now), Utc.of(now)));
        return seat.withId(id);
    }

    private static long inserted(JdbcClient.StatementSpec insert) {
        KeyHolder key = new GeneratedKeyHolder();
        insert.update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    private void update(long person, Identity identity) {
        jdbc.sql("update course_person set name = ?, given_name = ?, family_name = ?, email = ?, locale = ?, zone = ?,"
                        + " administrator = ?, test_user = ? where id = ?")
                .params(Arrays.asList(identity.name(), identity.givenName(), identity.familyName(), identity.email()))
                .params(Arrays.asList(
                        identity.locale(), identity.zone(), identity.administrator(), identity.testUser(), person))
                .update();
    }

    private Optional<Arrival> find(Who who) {
        return jdbc.sql(FIND)
                .params(who.course(), who.registration(), who.district(), who.subject())
                .query(ROW)
                .optional();
    }

    private RulesInForce rules(Who who, LtiLaunch launch) {
        return roles.in(new RolePlace(launch.target().deploymentId(), who.course()));
    }

    private static String roles(LtiLaunch launch) {
        return Texts.cut(String.join("\n", launch.roles()), ROLES_WIDTH);
    }

    private static Identity identity(ResultSet row) throws SQLException {
        return new Identity(
                row.getString("name"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("email"),
                row.getString("locale"),
                row.getString("zone"),
                row.getBoolean("administrator"),
                row.getBoolean("test_user"));
    }

    private static @Nullable Seat seat(ResultSet row) throws SQLException {
        long id = row.getLong("member_id");
        if (row.wasNull()) {
            return null;
        }
        String explicit = row.getString("explicit_role");
        return new Seat(
                id,
                row.getString("lms_roles"),
                row.getString("lms_custom"),
                MemberRole.valueOf(row.getString("role")),
                row.getString("role_reason"),
                explicit == null ? null : MemberRole.valueOf(explicit),
                row.getBoolean("active"),
                row.getObject("last_seen") == null ? null : Utc.read(row, "last_seen"));
    }
}
