package org.peercoach.console;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditLog.Noted;
import org.peercoach.shared.csv.Csv;

/** The log as CSV (RFC 4180), written as it is read. A cell that a spreadsheet would take for a formula is made text. */
final class AuditFile {

    private final PrintWriter out;

    AuditFile(PrintWriter out) {
        this.out = out;
    }

    void head() {
        write("time", "act", "what", "actor", "name", "subject", "details", "course", "district");
    }

    /**
     * One line; the act stands there as its code, which never changes, and in words.
     *
     * @param name of the actor, or null
     */
    void line(Noted noted, String what, @Nullable String name) {
        AuditEntry entry = noted.entry();
        write(
                noted.at().toString(),
                entry.act(),
                what,
                entry.actor(),
                name,
                entry.subject(),
                entry.details(),
                said(entry.course()),
                said(entry.district()));
    }

    void end() {
        out.flush();
    }

    private void write(@Nullable String... cells) {
        out.print(Arrays.stream(cells).map(AuditFile::cell).collect(Collectors.joining(",")));
        out.print("\r\n");
    }

    static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String safe = Csv.plain(text);
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private static @Nullable String said(@Nullable Long number) {
        return number == null ? null : number.toString();
    }
}
