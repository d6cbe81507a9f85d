package org.peercoach.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold of the help sheets: nothing empty, and every link of a session leads to one. */
final class SheetRules {

    private SheetRules() {}

    /** Every broken rule, each with its place; empty when all is well. */
    static List<String> faults(List<HelpSheet> sheets, List<SessionContent> sessions) {
        List<String> faults = new ArrayList<>();
        sheets.stream()
                .filter(SheetRules::lacks)
                .forEach(sheet -> faults.add("sheet " + sheet.key() + " lacks a title, a line, a session or its text"));
        Set<String> keys = sheets.stream().map(HelpSheet::key).collect(Collectors.toSet());
        if (keys.size() < sheets.size()) {
            faults.add("two sheets have one key");
        }
        sessions.forEach(session -> asked(session)
                .filter(key -> !keys.contains(key))
                .forEach(key -> faults.add(session.key() + " asks for a sheet " + key + " that is not there")));
        return faults;
    }

    private static boolean lacks(HelpSheet sheet) {
        return sheet.title().isBlank()
                || sheet.about().isBlank()
                || sheet.html().isBlank()
                || sheet.sessions().isEmpty();
    }

    private static Stream<String> asked(SessionContent session) {
        Stream<String> tools = session.tools().stream().flatMap(tool -> Stream.ofNullable(tool.sheet()));
        Stream<String> worksheets = session.activities().stream()
                .filter(activity -> activity.work() instanceof Work.Worksheet)
                .flatMap(activity -> Stream.ofNullable(((Work.Worksheet) activity.work()).sheet()));
        return Stream.concat(tools, worksheets);
    }
}
