package org.peercoach.lti.service;

import org.jspecify.annotations.Nullable;
import org.peercoach.lti.PlatformFault;
import org.peercoach.shared.GuardedHttp;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reading and writing of what platforms say, whatever Content-Type they give it (MOODLE-3.1). */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** @throws PlatformFault to try later, if it is no JSON: mostly a maintenance or sign-in page */
    static JsonNode read(GuardedHttp.Answer answer) {
        try {
            return MAPPER.readTree(answer.body());
        } catch (JacksonException e) {
            throw new PlatformFault(PlatformFault.Kind.TRY_LATER, answer.status(), null);
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String write(ObjectNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** A text or number as text; null when it is missing, null, empty or of another kind. */
    static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isString() && !value.isNumber()) {
            return null;
        }
        String text = value.asString();
        return text.isEmpty() ? null : text;
    }

    /** A number, also one written as text; null when there is none. */
    static @Nullable Double number(JsonNode node, String name) {
        String text = text(node, name);
        try {
            return text == null ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Writes 11 rather than 11.0. */
    static void put(ObjectNode node, String name, double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            node.put(name, (long) value);
        } else {
            node.put(name, value);
        }
    }
}
