package org.peercoach.console;

import java.util.List;
import java.util.stream.IntStream;
import org.peercoach.lti.administration.ToolAddresses;
import org.springframework.stereotype.Component;

/** What to click and what to type, for each LMS (UX-A2). */
@Component
class InstallSheets {

    private static final String PREFIX = "console.install.";

    /** A value to copy; {@code labelKey} is what the LMS calls the field. */
    public record Value(String id, String labelKey, String value) {}

    /** One LMS: message keys of its title and of the steps, and the values that the steps speak of. */
    public record Sheet(String id, String titleKey, List<String> steps, List<Value> values) {}

    private final ToolAddresses tool;

    InstallSheets(ToolAddresses tool) {
        this.tool = tool;
    }

    List<Sheet> all() {
        return List.of(canvas(), moodle(), d2l(), blackboard(), schoology(), other());
    }

    private Sheet canvas() {
        return sheet(
                "canvas",
                5,
                value("canvas", "register", tool.register()),
                value("canvas", "json", tool.canvasJson()),
                value("canvas", "redirect", tool.launch()));
    }

    private Sheet moodle() {
        return sheet(
                "moodle",
                6,
                value("moodle", "register", tool.register()),
                value("moodle", "tool-url", tool.launch()),
                value("moodle", "keyset", tool.jwks()),
                value("moodle", "login", tool.login()),
                value("moodle", "redirect", tool.launch()),
                value("moodle", "content-selection", tool.picker()),
                parameter("moodle", "context_history"),
                parameter("moodle", "pc_groups"),
                parameter("moodle", "timezone"));
    }

    private Sheet d2l() {
        return sheet(
                "d2l",
                5,
                value("d2l", "register", tool.register()),
                value("d2l", "domain", "https://" + tool.domain()),
                value("d2l", "redirect", tool.launch()),
                value("d2l", "login", tool.login()),
                value("d2l", "target", tool.launch()),
                value("d2l", "picker", tool.picker()),
                value("d2l", "keyset", tool.jwks()));
    }

    private Sheet blackboard() {
        return sheet(
                "blackboard",
                5,
                value("blackboard", "domain", tool.domain()),
                value("blackboard", "login", tool.login()),
                value("blackboard", "redirect", tool.launch()),
                value("blackboard", "picker", tool.picker()),
                value("blackboard", "keyset", tool.jwks()));
    }

    private Sheet schoology() {
        return sheet(
                "schoology",
                4,
                value("schoology", "domain", tool.launch()),
                value("schoology", "login", tool.login()),
                value("schoology", "redirect", tool.launch()),
                value("schoology", "keyset", tool.jwks()));
    }

    private Sheet other() {
        return sheet(
                "other",
                3,
                value("other", "register", tool.register()),
                value("other", "target", tool.launch()),
                value("other", "picker", tool.picker()),
                value("other", "redirect", tool.launch()),
                value("other", "login", tool.login()),
                value("other", "keyset", tool.jwks()),
                value("other", "domain", tool.domain()),
                value("other", "icon", tool.icon()),
                value("other", "scopes", String.join(" ", tool.scopes())),
                parameter("other", "context_history"),
                parameter("other", "timezone"));
    }

    private static Sheet sheet(String id, int steps, Value... values) {
        List<String> keys = IntStream.rangeClosed(1, steps)
                .mapToObj(step -> PREFIX + id + "." + step)
                .toList();
        return new Sheet(id, PREFIX + id, keys, List.of(values));
    }

    /** Each by itself, as one line of what the LMS calls custom parameters. */
    private Value parameter(String lms, String name) {
        return new Value(
                "v-" + lms + "-" + name,
                PREFIX + "field.custom",
                name + "=" + tool.parameters().get(name));
    }

    private static Value value(String lms, String field, String value) {
        return new Value("v-" + lms + "-" + field, PREFIX + "field." + field, value);
    }
}
