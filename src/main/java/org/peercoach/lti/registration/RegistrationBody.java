package org.peercoach.lti.registration;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.DeepLinkingService;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What we ask a platform to register, cut down to what it says it supports (Dynamic Registration 3.5; LTI-R5 to R7). */
@Component
class RegistrationBody {

    static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";

    private static final String CANVAS = "https://canvas.instructure.com/lti/";

    private final ToolDescription tool;

    RegistrationBody(ToolDescription tool) {
        this.tool = tool;
    }

    /** Scopes that we ask this platform for. */
    List<String> scopes(PlatformConfiguration platform) {
        return tool.scopes().stream()
                .filter(scope -> platform.lists("scopes_supported", scope))
                .toList();
    }

    JsonNode of(PlatformConfiguration platform, @Nullable String contact) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("application_type", "web");
        body.putArray("grant_types").add("client_credentials").add("implicit");
        body.putArray("response_types").add("id_token");
        body.putArray("redirect_uris").add(tool.launch());
        body.put("initiate_login_uri", tool.login());
        body.put("client_name", ToolDescription.NAME);
        body.put("client_uri", tool.home());
        body.put("logo_uri", tool.icon());
        body.put("policy_uri", tool.privacy());
        body.put("jwks_uri", tool.jwks());
        body.put("token_endpoint_auth_method", "private_key_jwt");
        body.put("scope", String.join(" ", scopes(platform)));
        if (contact != null) {
            body.putArray("contacts").add(contact);
        }
        configuration(body.putObject(TOOL), platform);
        return body;
    }

    private void configuration(ObjectNode configuration, PlatformConfiguration platform) {
        configuration.put("domain", tool.domain());
        configuration.put("description", ToolDescription.TEXT);
        configuration.put("target_link_uri", tool.launch());
        ObjectNode custom = configuration.putObject("custom_parameters");
        ToolDescription.CUSTOM.forEach((name, variable) -> {
            if (platform.knowsVariable(variable)) {
                custom.put(name, variable);
            }
        });
        ArrayNode claims = configuration.putArray("claims");
        ToolDescription.CLAIMS.stream()
                .filter(claim -> platform.lists("claims_supported", claim))
                .forEach(claims::add);
        messages(configuration.putArray("messages"), platform);
        if (platform.isCanvas()) {
            configuration.put(CANVAS + "privacy_level", ToolDescription.CANVAS_PRIVACY);
            configuration.put(CANVAS + "tool_id", "peer-coaching");
        }
    }

    /** One message for each menu that the platform offers, a plain one where it offers none; and one for picking. */
    private void messages(ArrayNode messages, PlatformConfiguration platform) {
        ToolDescription.MENUS.forEach(menu -> platform.placement(ToolDescription.RESOURCE_LINK, menu.placement())
                .ifPresent(spelling -> {
                    ObjectNode message = message(messages, ToolDescription.RESOURCE_LINK, tool.launch() + menu.query());
                    message.putArray("placements").add(spelling);
                    if (platform.isCanvas()) {
                        message.put(CANVAS + "visibility", menu.visibility());
                    }
                }));
        if (messages.isEmpty()) {
            message(messages, ToolDescription.RESOURCE_LINK, tool.launch());
        }
        if (platform.sends(DeepLinkingService.REQUEST)) {
            picking(message(messages, DeepLinkingService.REQUEST, tool.pick()), platform);
        }
    }

    /** A platform that names none of these places puts the picker where it likes. */
    private static void picking(ObjectNode message, PlatformConfiguration platform) {
        List<String> places = Stream.concat(ToolDescription.CANVAS_PICKERS.stream(), Stream.of(ToolDescription.PICKER))
                .flatMap(place -> platform.placement(DeepLinkingService.REQUEST, place).stream())
                .toList();
        if (!places.isEmpty()) {
            places.forEach(message.putArray("placements")::add);
        }
    }

    private ObjectNode message(ArrayNode messages, String type, String target) {
        return messages.addObject()
                .put("type", type)
                .put("target_link_uri", target)
                .put("label", ToolDescription.NAME)
                .put("icon_uri", tool.icon());
    }
}
