package org.peercoach.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What ran, read out of the reports in {@code target/surefire-reports}. Runs of one test count as one. */
record TestRuns(List<Run> runs, SourceNotes notes) {

    /** @param passed whether every run of it did */
    record Run(String suite, String name, boolean passed) {}

    static TestRuns read(Path folder, SourceNotes notes) throws IOException {
        Map<String, Run> runs = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .sorted()
                    .toList()) {
                for (Run run : runsOf(file)) {
                    runs.merge(
                            run.suite() + " " + run.name(),
                            run,
                            (one, other) -> new Run(one.suite(), one.name(), one.passed() && other.passed()));
                }
            }
        }
        return new TestRuns(List.copyOf(runs.values()), notes);
    }

    /** Tests that name this requirement, in their display name or in a comment at their method. */
    List<Run> showing(String requirement) {
        return runs.stream()
                .filter(run -> Requirements.namedIn(notes.of(run)).contains(requirement))
                .toList();
    }

    private static List<Run> runsOf(Path file) throws IOException {
        List<Run> runs = new ArrayList<>();
        NodeList cases;
        try {
            DocumentBuilder builder =
                    DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
            cases = builder.parse(file.toFile()).getElementsByTagName("testcase");
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("not a report: " + file, e);
        }
        for (int i = 0; i < cases.getLength(); i++) {
            Element one = (Element) cases.item(i);
            if (one.getElementsByTagName("skipped").getLength() == 0) {
                String suite = one.getAttribute("classname").replaceFirst("\\(.*\\)$", ""); // "(mysql)"
                runs.add(new Run(
                        suite.substring(suite.lastIndexOf('.') + 1), shortened(one.getAttribute("name")), passed(one)));
            }
        }
        return runs;
    }

    private static boolean passed(Element one) {
        return one.getElementsByTagName("failure").getLength() == 0
                && one.getElementsByTagName("error").getLength() == 0;
    }

    /** Without the arguments of one run of a test that runs several times. */
    private static String shortened(String name) {
        return name.replaceFirst("\\s*\\[\\d+\\].*$", "")
                .replaceFirst("^(\\w+)\\(.*\\)$", "$1")
                .strip();
    }
}
