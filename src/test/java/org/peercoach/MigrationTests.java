package org.peercoach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Migrations form one number line and run on both databases (this class is among the tests that MySQL repeats). */
@ApplicationTest
class MigrationTests {

    private static final Path FOLDER = Path.of("src/main/resources/db/migration");
    private static final Pattern NAME = Pattern.compile("V(\\d{12})__([a-z]+)_[a-z0-9_]+\\.sql");

    @Autowired
    JdbcClient jdbc;

    @Test
    void namesWhenReadThenNumberRoomAndSubject() {
        assertThat(files()).allSatisfy(file -> {
            var name = NAME.matcher(file.getFileName().toString());
            assertThat(name.matches()).as(file.toString()).isTrue();
            assertThat(file.toString()).contains("/" + name.group(2) + "/");
        });
    }

    @Test
    void numbersWhenComparedThenUnique() {
        assertThat(files().stream().map(file -> file.getFileName().toString().substring(0, 13)))
                .doesNotHaveDuplicates();
    }

    @Test
    void migrationsWhenRunThenAllSucceeded() {
        Integer done = jdbc.sql(
                        "select count(*) from flyway_schema_history where success = true and version is not null")
                .query(Integer.class)
                .single();
        assertThat(done).isEqualTo(files().size());
    }

    private static List<Path> files() {
        return TemplateTests.files(FOLDER, ".sql").toList();
    }
}
