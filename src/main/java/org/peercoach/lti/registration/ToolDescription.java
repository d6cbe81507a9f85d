package org.peercoach.lti.registration;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.peercoach.lti.AssignmentAndGradeService;
import org.peercoach.lti.NamesAndRoleService;
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

    /**
     * A menu of Canvas; other platforms have none for a plain launch.
     *
     * @param query of the launch address: Canvas calls an account a course, too, so the link itself tells them apart
     * @param visibility who sees the link
     */
    record Menu(String placement, String query, String visibility) {}

    static final List<Menu> MENUS = List.of(
            new Menu("account_navigation", "?view=district", "admins"), new Menu("course_navigation", "", "members"));

    /** Where Canvas lets trainers add things: the dialogs of a module and of an assignment, and the menu of all modules. */
    static final List<String> CANVAS_PICKERS =
            List.of("assignment_selection", "link_selection", "module_index_menu_modal");

    /** The same in the words of Dynamic Registration 1.0. */
    static final String PICKER = "ContentArea";

    /** Lets us say where a platform's notices go (Platform Notification Service 1.0). */
    static final String NOTICE_HANDLERS = "https://purl.imsglobal.org/spec/lti/scope/noticehandlers";

    /** What is asked to come with every launch; a variable that the platform does not know is left out there. */
    static final Map<String, String> CUSTOM = new TreeMap<>(Map.of(
            "canvas_roles", "$Canvas.membership.roles",
            "context_history", "$Context.id.history",
            "pc_groups", "$Moodle.Person.userGroupIds",
            "timezone", "$Person.address.timezone"));

    private final Settings settings;

    ToolDescription(Settings settings) {
        this.settings = settings;
    }

    /** Scopes of all services that the tool uses, always in the same order. */
    public List<String> scopes() {
        Set<String> scopes = new TreeSet<>(AssignmentAndGradeService.SCOPES);
        scopes.add(NamesAndRoleService.SCOPE);
        scopes.add(NOTICE_HANDLERS);
        return List.copyOf(scopes);
    }

    /** What is asked to come with every launch, by the name of the custom parameter. */
    public Map<String, String> custom() {
        return Map.copyOf(CUSTOM);
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

    /** Where requests for something to place go; the same page for all, since the request itself says what it takes. */
    public String pick() {
        return settings.url("/lti/launch?view=pick");
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
