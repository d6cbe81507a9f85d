package org.peercoach.conformance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The report as one page of HTML that needs nothing else. */
final class ConformancePage {

    private static final String STYLE = """
            :root { color-scheme: light; }
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1c2430; }
            h1 { font-size: 1.75rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; }
            table { border-collapse: collapse; width: 100%; } caption { text-align: left; color: #475467; padding: .25rem 0; }
            th, td { text-align: left; vertical-align: top; border-bottom: 1px solid #cdd5df; padding: .5rem .75rem .5rem 0; }
            td ul { margin: 0; padding-left: 1.1rem; } td small { color: #475467; }
            .shown { color: #14663a; } .missing, .failed { color: #a01c1c; font-weight: 600; }
            .sum { background: #f2f5f9; border: 1px solid #cdd5df; border-radius: .5rem; padding: .75rem 1rem; }
            details summary { cursor: pointer; }
            @media (max-width: 40rem) { table, tbody, tr, td, th { display: block; border: 0; padding-right: 0; } thead { display: none; } tr { border-bottom: 1px solid #cdd5df; padding: .5rem 0; } }
            @media print { body { margin: 0; max-width: none; font-size: 9pt; } tr, h2 { break-inside: avoid; } h2 { break-after: avoid; } }
            """;

    private final Requirements requirements;
    private final TestRuns runs;
    private final List<String> cases;

    /** @param cases rows of {@code target/launch-cases.md}, cells between bars */
    ConformancePage(Requirements requirements, TestRuns runs, List<String> cases) {
        this.requirements = requirements;
        this.runs = runs;
        this.cases = cases;
    }

    /** How many requirements have a test that passed. */
    long shown() {
        return requirements.sections().stream()
                .flatMap(section -> section.requirements().stream())
                .filter(requirement -> state(runs.showing(requirement.id())).equals("shown"))
                .count();
    }

    String html(LocalDate date) {
        StringBuilder html = new StringBuilder(64_000);
        html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>Peer Coaching: LTI Advantage conformance</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<main>\n<h1>LTI Advantage conformance</h1>\n<p class=\"sum\">")
                .append(shown() + " of " + requirements.count() + " requirements shown by a test that passed, ")
                .append(date)
                .append(". ")
                .append(cases.size())
                .append(" certification and negative cases.</p>\n");
        requirements.sections().forEach(section -> append(section, html));
        appendCases(html);
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private void append(Requirements.Section section, StringBuilder html) {
        html.append("<section>\n<h2>").append(escaped(section.title())).append("</h2>\n<table>\n<caption>");
        html.append("M must, S should, X beyond the specification</caption>\n<thead><tr>");
        heads(html, "Requirement", "Level", "What it asks", "State", "Tests");
        for (Requirements.Requirement one : section.requirements()) {
            List<TestRuns.Run> showing = runs.showing(one.id());
            html.append("<tr><th scope=\"row\">LTI-")
                    .append(one.id())
                    .append("</th><td>")
                    .append(one.level());
            html.append("</td><td>").append(escaped(one.text())).append("</td>").append(stateCell(state(showing)));
            html.append("<td>").append(tests(showing)).append("</td></tr>\n");
        }
        html.append("</tbody>\n</table>\n</section>\n");
    }

    private void appendCases(StringBuilder html) {
        html.append(
                "<section>\n<h2>Certification and negative cases</h2>\n<table>\n<caption>2.1 bad payloads and 2.2 valid"
                        + " launches of the certification guide, 2.4 our own negative cases</caption>\n<thead><tr>");
        heads(html, "Case", "List", "Expected", "Outcome", "State");
        for (String row : cases) {
            List<String> cells = cells(row);
            boolean right = cells.size() > 4 && cells.get(4).equals("as expected");
            html.append("<tr><th scope=\"row\">")
                    .append(escaped(cells.getFirst()))
                    .append("</th>");
            cells.stream()
                    .skip(1)
                    .limit(3)
                    .forEach(cell -> html.append("<td>").append(escaped(cell)).append("</td>"));
            html.append(stateCell(right ? "shown" : "failed")).append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n</section>\n");
    }

    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        for (String cell : row.substring(1).split("\\|")) {
            cells.add(cell.strip());
        }
        return cells;
    }

    private static void heads(StringBuilder html, String... heads) {
        for (String head : heads) {
            html.append("<th scope=\"col\">").append(head).append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
    }

    /** A claim without a test is missing; one whose test fails is no better. */
    private static String state(List<TestRuns.Run> showing) {
        return showing.isEmpty() ? "missing" : showing.stream().allMatch(TestRuns.Run::passed) ? "shown" : "failed";
    }

    private static String stateCell(String state) {
        return "<td class=\"" + state + "\">" + state + "</td>";
    }

    private static String tests(List<TestRuns.Run> showing) {
        if (showing.isEmpty()) {
            return "–";
        }
        StringBuilder list = new StringBuilder();
        boolean many = showing.size() > 3;
        if (many) {
            list.append("<details><summary>").append(showing.size()).append(" tests</summary>");
        }
        list.append("<ul>");
        for (TestRuns.Run run : showing) {
            list.append("<li>").append(escaped(run.name())).append(" <small>").append(escaped(run.suite()));
            list.append(run.passed() ? "" : ", <span class=\"failed\">failed</span>")
                    .append("</small></li>");
        }
        return list.append("</ul>").append(many ? "</details>" : "").toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
