package org.peercoach.lti.registration;

import org.peercoach.lti.DeepLinkingService;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of a Canvas developer key, at an address that an administrator enters in Canvas ("Enter URL"). */
@RestController
class CanvasConfiguration {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Pixels of the dialog: all sessions on a usual screen, with one scroll bar. */
    private static final int PICKER_WIDTH = 900;

    private static final int PICKER_HEIGHT = 700;

    private final ToolDescription tool;

    CanvasConfiguration(ToolDescription tool) {
        this.tool = tool;
    }

    @GetMapping("/lti/canvas.json")
    ResponseEntity<String> json() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsString(configuration()));
    }

    private ObjectNode configuration() {
        ObjectNode key = JSON.createObjectNode();
        key.put("title", ToolDescription.NAME);
        key.put("description", ToolDescription.TEXT);
        key.put("oidc_initiation_url", tool.login());
        key.put("target_link_uri", tool.launch());
        key.putArray("redirect_uris").add(tool.launch());
        key.put("public_jwk_url", tool.jwks());
        tool.scopes().forEach(key.putArray("scopes")::add);
        ObjectNode custom = key.putObject("custom_fields");
        ToolDescription.CUSTOM.forEach((name, value) -> {
            if (!value.startsWith("$Moodle.")) {
                custom.put(name, value);
            }
        });
        extension(key.putArray("extensions").addObject());
        return key;
    }

    private void extension(ObjectNode canvas) {
        canvas.put("platform", "canvas.instructure.com");
        canvas.put("domain", tool.domain());
        canvas.put("tool_id", "peer-coaching");
        canvas.put("privacy_level", ToolDescription.CANVAS_PRIVACY);
        ObjectNode settings = canvas.putObject("settings");
        settings.put("text", ToolDescription.NAME);
        settings.put("icon_url", tool.icon());
        ArrayNode placements = settings.putArray("placements");
        ToolDescription.MENUS.forEach(menu -> placement(placements, menu.placement(), ToolDescription.RESOURCE_LINK)
                .put("target_link_uri", tool.launch() + menu.query())
                .put("default", "enabled")
                .put("visibility", menu.visibility()));
        ToolDescription.CANVAS_PICKERS.forEach(picker -> placement(placements, picker, DeepLinkingService.REQUEST)
                .put("target_link_uri", tool.pick())
                .put("icon_url", tool.icon())
                .put("selection_width", PICKER_WIDTH)
                .put("selection_height", PICKER_HEIGHT));
    }

    private static ObjectNode placement(ArrayNode placements, String name, String message) {
        return placements
                .addObject()
                .put("placement", name)
                .put("message_type", message)
                .put("text", ToolDescription.NAME);
    }
}
