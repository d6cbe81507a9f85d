package org.peercoach.demo.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills the variables of custom parameters; what the LMS does not know is sent as it is written (LTI-T28). */
final class CustomValues {

    private final Switches switches;
    private final Person person;
    private final Link link;
    private final @Nullable Course course;

    CustomValues(Switches switches, Person person, Link link, @Nullable Course course) {
        this.switches = switches;
        this.person = person;
        this.link = link;
        this.course = course;
    }

    /** The tool's own parameters; a link that is still to be picked has none. */
    Map<String, Object> ofTool(ToolRegistration tool) {
        Map<String, Object> result = new LinkedHashMap<>();
        tool.custom().forEach((name, value) -> result.put(name, filled(value)));
        return result;
    }

    /** The tool's own parameters, then the link's, which win. */
    Map<String, Object> of(ToolRegistration tool) {
        Map<String, Object> result = ofTool(tool);
        link.custom().forEach((name, value) -> result.put(name, filled(value)));
        return result;
    }

    private String filled(String value) {
        return switch (value) {
            case "$Context.id" -> course == null ? "" : course.id();
            case "$Context.title" -> course == null ? "" : course.title();
            case "$Context.id.history" -> course == null ? "" : Copies.history(course.id());
            case "$Moodle.Person.userGroupIds" -> switches.moodle() ? groups() : value;
            case "$ResourceLink.id" -> link.id();
            case "$ResourceLink.title" -> link.title();
            case "$User.id" -> person.id();
            case "$Person.name.full" -> person.name();
            case "$Person.address.timezone" -> switches.moodle() ? "99" : "America/Chicago";
            default -> switches.canvas() ? canvas(value) : value;
        };
    }

    /** Coaches are group 1 of their course. */
    private String groups() {
        return person.kind() == Person.Kind.COACH ? "1" : "";
    }

    private String canvas(String value) {
        return switch (value) {
            case "$Canvas.membership.roles" -> Roles.canvasName(person);
            case "$Canvas.user.isRootAccountAdmin" -> Boolean.toString(person.kind() == Person.Kind.ADMINISTRATOR);
            case "$Canvas.user.prefersHighContrast" -> "false";
            case "$Canvas.account.name" -> "Lincoln Schools";
            default -> value;
        };
    }
}
