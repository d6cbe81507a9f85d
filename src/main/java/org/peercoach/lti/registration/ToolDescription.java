package org.peercoach.lti.registration;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.peercoach.lti.AssignmentAndGradeService;
import org.peercoach.shared.Settings;
import org.springframework.stereotype.Component;

/** What every platform is told about this tool, however it is registered. Only what works is offered (ruling 34). */
@Component
public class ToolDescription {

    static final String NAME = "Peer Coaching";
    static final String TEXT = "Peer coaching for teachers: coaches work through their training sessions,"
            + " and their points stand in the gradebook.";

    /** Names yes, e-mail no: nothing needs an address yet. */
    static final String CANVAS_PRIVACY = "name_only";

    static final List<String> CLAIMS = List.of("iss", "sub", "name", "given_name", "family_name");
    static final String RESOURCE_LINK = "LtiResourceLinkRequest";

    /** Places in Canvas, each with who sees the link there; other platforms have none for a plain launch. */
    static final Map<String, String> PLACEMENTS =
            new TreeMap<>(Map.of("course_navigation", "members", "account_navigation", "admins"));

    /** What is asked to come with every launch; a variable that the platform does not know is left out there. */
    static final Map<String, String> CUSTOM =
            new TreeMap<>(Map.of("canvas_roles", "$Canvas.membership.roles", "timezone", "$Person.address.timezone"));

    private final Settings settings;

    ToolDescription(Settings settings) {
        this.settings = settings;
    }

    /** Scopes of all services that the tool uses, always in the same order. */
    public List<String> scopes() {
        return List.copyOf(new TreeSet<>(AssignmentAndGradeService.SCOPES));
    }

    /** Host and port without a scheme; Moodle compares it with the host of the launch address (LTI-R6). */
    public String domain() {
        return settings.domain();
    }

    public String home() {
        return settings.url("/");
    }

    public String login() {
        return settings.url("/lti/login");
    }

    public String launch() {
        return settings.url("/lti/launch");
    }

    public String jwks() {
        return settings.url("/lti/jwks");
    }

    public String register() {
        return settings.url("/lti/register");
    }

    public String icon() {
        return settings.url("/static/img/icon.svg");
    }

    /** The JSON of a Canvas developer key. */
    public String canvasJson() {
        return settings.url("/lti/canvas.json");
    }

    public String privacy() {
        return settings.url("/public/privacy");
    }
}
