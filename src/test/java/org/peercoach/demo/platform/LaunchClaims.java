package org.peercoach.demo.platform;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The claims of one id_token (LTI Core 1.3, section 5; examples recorded from Moodle 4.5). */
final class LaunchClaims {

    private static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";

    private final Endpoints endpoints;
    private final World world;
    private final Switches switches;

    LaunchClaims(Endpoints endpoints, World world, Switches switches) {
        this.endpoints = endpoints;
        this.world = world;
        this.switches = switches;
    }

    Map<String, Object> of(Launch launch, String nonce, Instant now) {
        Map<String, Object> claims = token(launch, nonce, now);
        claims.putAll(person(launch.person(), launch.tool()));
        claims.putAll(message(launch));
        claims.putAll(place(launch));
        claims.putAll(platform(launch));
        if (switches.services() != Switches.Services.OFF && launch.link().courseId() != null) {
            claims.putAll(services(launch));
        }
        launch.order().special().shape(claims);
        return claims;
    }

    /** Moodle's tokens live for a minute and have no azp; Canvas's live for an hour and have one. */
    private Map<String, Object> token(Launch launch, String nonce, Instant now) {
        boolean old = launch.order().flaw() == Flaw.EXPIRED;
        long issued = now.getEpochSecond() - (old ? 7200 : 0);
        String clientId = launch.tool().clientId();
        return Json.members(
                "iss",
                endpoints.issuer(),
                "aud",
                clientId,
                "azp",
                switches.canvas() ? clientId : null,
                "sub",
                launch.person().id(),
                "nonce",
                nonce,
                "iat",
                issued,
                "exp",
                issued + (switches.canvas() ? 3600 : 60));
    }

    private Map<String, Object> person(Person person, ToolRegistration tool) {
        boolean named = person.named() && switches.privacy() != Switches.Privacy.NOTHING;
        boolean mailed = person.named() && switches.privacy() == Switches.Privacy.NAME_AND_EMAIL;
        return Json.members(
                "name", asked(tool, "name", named, person.name()),
                "given_name", asked(tool, "given_name", named, person.givenName()),
                "family_name", asked(tool, "family_name", named, person.familyName()),
                "email", asked(tool, "email", mailed, person.email()));
    }

    private static @Nullable String asked(ToolRegistration tool, String claim, boolean allowed, String value) {
        return allowed && tool.claims().contains(claim) ? value : null;
    }

    private Map<String, Object> message(Launch launch) {
        boolean stranger = launch.order().flaw() == Flaw.UNKNOWN_DEPLOYMENT;
        return Json.members(
                CLAIM + "message_type", messageType(launch),
                CLAIM + "version", "1.3.0",
                CLAIM + "deployment_id", stranger ? "999" : launch.tool().deploymentId(),
                CLAIM + "target_link_uri", targetLinkUri(launch),
                CLAIM + "roles", Roles.atLaunch(switches, launch.person()));
    }

    private static String messageType(Launch launch) {
        return launch.order().deepLinking() ? "LtiDeepLinkingRequest" : "LtiResourceLinkRequest";
    }

    static String targetLinkUri(Launch launch) {
        String named = launch.order().special().target();
        if (named != null) {
            return named;
        }
        return launch.order().deepLinking()
                ? launch.tool().pickTarget()
                : launch.link().url(originOf(launch.tool().targetLinkUri()));
    }

    private static String originOf(String url) {
        return url.substring(0, url.indexOf('/', url.indexOf("//") + 2));
    }

    private Map<String, Object> place(Launch launch) {
        Link link = launch.link();
        Course course = courseOf(link);
        CustomValues custom = new CustomValues(switches, launch.person(), link, course);
        Map<String, Object> claims = Json.members(
                CLAIM + "context",
                course == null ? null : context(course),
                CLAIM + "custom",
                launch.order().deepLinking() ? custom.ofTool(launch.tool()) : custom.of(launch.tool()));
        if (launch.order().deepLinking()) {
            claims.put("https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings", deepLinking(launch));
        } else {
            claims.put(
                    CLAIM + "resource_link",
                    Json.members("id", link.id(), "title", link.title(), "description", link.text()));
        }
        return claims;
    }

    private Map<String, Object> context(Course course) {
        String type =
                switches.canvas() ? "http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering" : "CourseSection";
        return Json.members("id", course.id(), "label", course.label(), "title", course.title(), "type", List.of(type));
    }

    /** Moodle sends no data, no accept_lineitem, and takes LTI links only; Canvas takes more than we have. */
    private Map<String, Object> deepLinking(Launch launch) {
        boolean canvas = switches.canvas();
        return Json.members(
                "accept_types",
                canvas ? List.of("link", "file", "html", "ltiResourceLink", "image") : List.of("ltiResourceLink"),
                "accept_presentation_document_targets",
                canvas ? List.of("iframe", "window") : List.of("frame", "iframe", "window"),
                "accept_multiple",
                true,
                "accept_lineitem",
                canvas ? true : null,
                "auto_create",
                false,
                "deep_link_return_url",
                endpoints.deepLinkReturn(launch.id()),
                "title",
                launch.tool().name(),
                "text",
                "",
                "data",
                canvas ? launch.id() : null);
    }

    private Map<String, Object> platform(Launch launch) {
        String target = launch.order().window() ? "window" : "iframe";
        return Json.members(
                CLAIM + "tool_platform",
                Json.members(
                        "guid", "demo-lms.lincoln.example",
                        "name", "Demo LMS",
                        "description", "Lincoln Schools",
                        "product_family_code", switches.canvas() ? "canvas" : "moodle",
                        "version", switches.canvas() ? "cloud" : "2024100706"),
                CLAIM + "launch_presentation",
                Json.members(
                        "document_target",
                        target,
                        "locale",
                        "en",
                        "height",
                        switches.frame() == Switches.Frame.GROWING ? 400 : null,
                        "return_url",
                        endpoints.returnTo(launch.link().id())),
                "https://www.instructure.com/placement",
                switches.canvas() ? placement(launch) : null);
    }

    private static String placement(Launch launch) {
        return launch.order().deepLinking() ? "module_index_menu_modal" : "course_assignments_menu";
    }

    private Map<String, Object> services(Launch launch) {
        String courseId = launch.link().courseId();
        if (courseId == null) {
            return Map.of();
        }
        List<String> granted = launch.tool().scopes();
        List<String> gradebook =
                Scopes.GRADEBOOK.stream().filter(granted::contains).toList();
        Map<String, Object> claims = Json.members();
        if (!gradebook.isEmpty()) {
            claims.put(
                    "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint", gradebook(launch, gradebook, courseId));
        }
        if (granted.contains(Scopes.ROSTER)) {
            claims.put(
                    "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice",
                    Json.members(
                            "context_memberships_url", endpoints.memberships(courseId),
                            "service_versions", List.of("1.0", "2.0")));
        }
        if (switches.canvas() && granted.contains(Scopes.NOTICES)) {
            claims.put(CLAIM + "platformnotificationservice", notices(launch));
        }
        return claims;
    }

    /** Moodle 4.5 has none. */
    private Map<String, Object> notices(Launch launch) {
        return Json.members(
                "service_versions", List.of("1.0"),
                "platform_notification_service_url",
                        endpoints.noticeHandlers(launch.tool().deploymentId()),
                "scope", List.of(Scopes.NOTICES),
                "notice_types_supported", Notices.TYPES);
    }

    private Map<String, Object> gradebook(Launch launch, List<String> scopes, String courseId) {
        String lineItem = launch.order().deepLinking()
                ? null
                : world.columnOf(launch.link())
                        .map(column -> endpoints.lineItem(switches, courseId, column.id()))
                        .orElse(null);
        return Json.members(
                "scope", scopes,
                "lineitems", endpoints.lineItems(switches, courseId),
                "lineitem", lineItem);
    }

    private @Nullable Course courseOf(Link link) {
        String id = link.courseId();
        return id == null ? null : world.course(id).orElse(null);
    }
}
