import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;

/** Runs the statements of files, each ended by a semicolon at the end of a line: java -cp DRIVER Sql.java URL FILE... */
void main(String[] args) throws Exception {
    try (var connection = DriverManager.getConnection(args[0]); var statement = connection.createStatement()) {
        for (int i = 1; i < args.length; i++) {
            for (String sql : Files.readString(Path.of(args[i])).split(";\\s*\\R")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }
}
