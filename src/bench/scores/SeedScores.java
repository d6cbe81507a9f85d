import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Puts points of many people into the outbox of a running tool, as if all of them had worked in the same minute. One
 * course, one placed activity. Run by scores.sh with MySQL's driver on the class path:
 *
 * <pre>java -cp mysql-connector-j.jar SeedScores.java seed|more|left|points JDBC-URL ITEMS-URL PEOPLE</pre>
 *
 * <p>{@code seed} makes people and points; {@code more} raises every tenth person's points while the queue drains;
 * {@code left} tells how many points are not sent yet; {@code points} prints what must be in the LMS at the end.
 */
final class SeedScores {

    private static final int PORTION = 500;

    private SeedScores() {}

    public static void main(String[] arguments) throws SQLException {
        int people = Integer.parseInt(arguments[3]);
        try (Connection database = DriverManager.getConnection(arguments[1])) {
            switch (arguments[0]) {
                case "seed" -> seed(database, arguments[2], people);
                case "more" -> more(database);
                case "left" -> System.out.println(
                        number(database, "select count(*) from gradebook_score where state <> 'SENT'"));
                case "points" -> points(database);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }
    }

    private static void seed(Connection database, String items, int people) throws SQLException {
        long registration = number(database, "select min(id) from lti_registration");
        long deployment = number(database, "select min(id) from lti_deployment where registration_id = " + registration);
        run(database, "insert into course_district (name, created_at) values ('Bench', utc_timestamp(6))");
        long district = number(database, "select id from course_district where name = 'Bench'");
        String scopes = "https://purl.imsglobal.org/spec/lti-ags/scope/";
        run(
                database,
                String.format(
                        Locale.ROOT,
                        "insert into course_course (registration_id, district_id, deployment_id, context_id, title,"
                                + " purpose, line_items_url, ags_scopes, created_at) values (%d, %d, %d, 'bench', 'Bench',"
                                + " 'TRAINING', '%s', '%slineitem %sresult.readonly %sscore', utc_timestamp(6))",
                        registration,
                        district,
                        deployment,
                        items,
                        scopes,
                        scopes,
                        scopes));
        long course = number(database, "select id from course_course where context_id = 'bench'");
        run(
                database,
                "insert into course_placement (course_id, resource_link_id, activity_key) values (" + course
                        + ", 'link-bench', 'session-1')");
        database.setAutoCommit(false);
        people(database, registration, district, people);
        run(
                database,
                "insert into course_member (course_id, person_id, lms_roles, role, role_reason, last_seen, created_at)"
                        + " select " + course + ", id, '', 'COACH', 'LEARNER', utc_timestamp(6), utc_timestamp(6)"
                        + " from course_person where district_id = " + district);
        run(
                database,
                "insert into gradebook_score (member_id, activity_key, course_id, district_id, points, maximum, completed,"
                        + " started_at, recorded_at, version, state, state_at, attempts, queue, due_at, sent_version)"
                        + " select id, 'session-1', course_id, " + district + ", 1 + mod(id, 20), 25, false,"
                        + " utc_timestamp(6), utc_timestamp(6), 1, 'WAITING', utc_timestamp(6), 0, '"
                        + queue(database, registration) + "', utc_timestamp(6), 0 from course_member where course_id = "
                        + course);
        database.commit();
    }

    private static void people(Connection database, long registration, long district, int people) throws SQLException {
        String sql = "insert into course_person (registration_id, district_id, sub, name, valid_from, created_at)"
                + " values (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = database.prepareStatement(sql)) {
            Timestamp now = Timestamp.valueOf(Instant.now().atOffset(ZoneOffset.UTC).toLocalDateTime());
            for (int i = 0; i < people; i++) {
                insert.setLong(1, registration);
                insert.setLong(2, district);
                insert.setString(3, "user-" + i);
                insert.setString(4, "User Number " + i);
                insert.setTimestamp(5, now);
                insert.setTimestamp(6, now);
                insert.addBatch();
                if (i % PORTION == PORTION - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** As a recording does it: a new version of the points, due at once unless a call is under way. */
    private static void more(Connection database) throws SQLException {
        run(
                database,
                "update gradebook_score set due_at = case when state = 'SENDING' then due_at when not_before >"
                        + " utc_timestamp(6) then not_before else utc_timestamp(6) end, version = version + 1,"
                        + " recorded_at = utc_timestamp(6), state = case when state = 'SENDING' then state else 'WAITING'"
                        + " end, points = points + 3 where mod(member_id, 10) = 0");
    }

    private static void points(Connection database) throws SQLException {
        String sql = "select p.sub, s.points from gradebook_score s join course_member m on m.id = s.member_id"
                + " join course_person p on p.id = m.person_id";
        try (var rows = database.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                System.out.println(rows.getString(1) + " " + rows.getInt(2));
            }
        }
    }

    /** As the tool names it: host and port of the token endpoint, and the client. */
    private static String queue(Connection database, long registration) throws SQLException {
        String sql = "select token_endpoint, client_id from lti_registration where id = " + registration;
        try (var rows = database.createStatement().executeQuery(sql)) {
            rows.next();
            java.net.URI token = java.net.URI.create(rows.getString(1));
            return token.getHost() + ":" + token.getPort() + " " + rows.getString(2);
        }
    }

    private static long number(Connection database, String sql) throws SQLException {
        try (var rows = database.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
