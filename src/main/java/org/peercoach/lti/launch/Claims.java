package org.peercoach.lti.launch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The claims of an id_token whose signature holds. Claims that we do not know are ignored (LTI-T30), and one of the
 * wrong type is as good as missing.
 */
record Claims(JsonNode root) {

    static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    static final String VERSION = LTI + "version";
    static final String MESSAGE_TYPE = LTI + "message_type";
    static final String DEPLOYMENT_ID = LTI + "deployment_id";
    static final String TARGET_LINK_URI = LTI + "target_link_uri";
    static final String RESOURCE_LINK = LTI + "resource_link";
    static final String ROLES = LTI + "roles";
    static final String CONTEXT = LTI + "context";
    static final String CUSTOM = LTI + "custom";
    static final String TOOL_PLATFORM = LTI + "tool_platform";
    static final String LAUNCH_PRESENTATION = LTI + "launch_presentation";
    static final String FOR_USER = LTI + "for_user";
    static final String NOTICES = LTI + "platformnotificationservice";
    static final String NOTICE = LTI + "notice";
    static final String ORIGIN_CONTEXTS = LTI + "origin_contexts";
    static final String DEEP_LINKING = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";
    static final String GRADEBOOK = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    static final String MEMBERSHIPS = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";

    JsonNode get(String name) {
        return root.path(name);
    }

    boolean has(String name) {
        return root.has(name);
    }

    /** A text, or null if there is none. */
    @Nullable
    String text(String name) {
        return textOf(root.path(name));
    }

    /** A text inside an object claim, or null. */
    @Nullable
    String text(String name, String part) {
        return textOf(root.path(name).path(part));
    }

    /** A text that says something, cut to {@code longest} characters, or null. */
    @Nullable
    String words(String name, String part, int longest) {
        return words(root.path(name).path(part), longest);
    }

    static @Nullable String words(JsonNode node, int longest) {
        String text = textOf(node);
        if (text == null || text.isBlank()) {
            return null;
        }
        return text.length() <= longest ? text : text.substring(0, text.offsetByCodePoints(0, whole(text, longest)));
    }

    static @Nullable String textOf(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    /** All texts of an array, blanks left out; empty if this is no array. */
    static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>(node.isArray() ? node.size() : 0);
        if (node.isArray()) {
            for (JsonNode element : node.values()) {
                String text = textOf(element);
                if (text != null && !text.isBlank()) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    /**
     * Custom parameters (LTI-T28): numbers and booleans as text; a value that still starts with {@code $} was not
     * understood by the platform and is left out, as is null.
     */
    Map<String, String> custom() {
        JsonNode custom = root.path(CUSTOM);
        Map<String, String> values = LinkedHashMap.newLinkedHashMap(custom.size());
        if (custom.isObject()) {
            for (Map.Entry<String, JsonNode> entry : custom.properties()) {
                JsonNode value = entry.getValue();
                String text = value.isValueNode() && !value.isNull() ? value.asString() : null;
                if (text != null && !text.startsWith("$")) {
                    values.put(entry.getKey(), text);
                }
            }
        }
        return values;
    }

    private static int whole(String text, int longest) {
        int codePoints = text.codePointCount(0, longest);
        return Character.isHighSurrogate(text.charAt(longest - 1)) ? codePoints - 1 : codePoints;
    }
}
