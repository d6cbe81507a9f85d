package org.peercoach.journey;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What axe has against a page: each rule that is broken, and where. */
final class Axe {

    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final List<String> ONLY_VIOLATIONS = List.of("violations");

    private static final String SCRIPT = AxeBuilder.getAxeScript() + "; true";

    private static final String RUN = """
            options => axe.run(document, options).then(found => found.violations.map(
                rule => rule.id + ': ' + rule.help + ' ' + JSON.stringify(rule.nodes.map(node => node.html))))""";

    private Axe() {}

    static List<String> violations(Page page) {
        return page.frames().size() == 1 ? ofPage(page) : ofPageAndFrames(page);
    }

    /**
     * The short way. The builder would put its half megabyte of script into the page twice, and bring back and read
     * what axe says of everything that is as it should be.
     */
    @SuppressWarnings("unchecked")
    private static List<String> ofPage(Page page) {
        page.evaluate(SCRIPT);
        return (List<String>) page.evaluate(
                RUN, Map.of("runOnly", Map.of("type", "tag", "values", TAGS), "resultTypes", ONLY_VIOLATIONS));
    }

    private static List<String> ofPageAndFrames(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(ONLY_VIOLATIONS);
        return new AxeBuilder(page)
                .options(options).withTags(TAGS).analyze().getViolations().stream()
                        .map(Axe::describe)
                        .toList();
    }

    private static String describe(Rule rule) {
        List<String> places = new ArrayList<>();
        rule.getNodes().forEach(node -> places.add(String.valueOf(node.getHtml())));
        return rule.getId() + ": " + rule.getHelp() + " " + places;
    }
}
