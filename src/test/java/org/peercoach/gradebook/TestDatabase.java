package org.peercoach.gradebook;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** This room's tables in a database of their own: H2, or MySQL when the suite runs on it. No application around it. */
final class TestDatabase {

    private TestDatabase() {}

    private static final DataSource DATABASE = make();

    /** Emptied; the same for all tests of this room, one after another. */
    static DataSource empty() {
        JdbcClient jdbc = JdbcClient.create(DATABASE);
        for (String table : List.of(
                "gradebook_score",
                "gradebook_line_item",
                "gradebook_queue",
                "gradebook_try",
                "gradebook_reading",
                "audit_entry",
                "scheduled_tasks")) {
            jdbc.sql("delete from " + table).update();
        }
        return DATABASE;
    }

    private static DataSource make() {
        DataSource database = open("gradebook_" + UUID.randomUUID().toString().substring(0, 8));
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
    }

    private static DataSource open(String name) {
        String mysql = System.getenv("PEERCOACH_TEST_MYSQL_URL");
        if (Boolean.getBoolean("peercoach.test.mysql") && mysql != null) {
            int query = mysql.indexOf('?');
            String server = query < 0 ? mysql : mysql.substring(0, query);
            String rest = query < 0 ? "" : "&" + mysql.substring(query + 1);
            return pooled(
                    server + name + "?createDatabaseIfNotExist=true&connectionTimeZone=UTC"
                            + "&forceConnectionTimeZoneToSession=true" + rest,
                    "root");
        }
        return pooled(
                "jdbc:h2:mem:" + name
                        + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1",
                "sa");
    }

    private static DataSource pooled(String url, String user) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword("");
        return pool;
    }
}
