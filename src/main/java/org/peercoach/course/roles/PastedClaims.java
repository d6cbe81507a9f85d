package org.peercoach.course.roles;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.launch.Purpose;
import org.peercoach.course.launch.RoleFacts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Claims that somebody pasted to try the rules on them: data, believed in nothing, kept nowhere (ruling 29). */
final class PastedClaims {

    private static final int LONGEST = 64 * 1024;
    private static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final JsonMapper JSON = JsonMapper.shared();

    private PastedClaims() {}

    /** What the rules look at; empty when this is neither a JSON object nor a token, or is too long. */
    static Optional<RoleFacts> read(String pasted, @Nullable String family, @Nullable Purpose purpose) {
        String text = pasted.strip();
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.empty();
        }
        try {
            JsonNode claims = JSON.readTree(text.startsWith("{") ? text : payload(text));
            return claims.isObject() ? Optional.of(facts(claims, family, purpose)) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static RoleFacts facts(JsonNode claims, @Nullable String family, @Nullable Purpose purpose) {
        List<String> roles = claims.path(CLAIM + "roles")
                .valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
        Map<String, String> custom = new TreeMap<>();
        claims.path(CLAIM + "custom").forEachEntry((name, value) -> {
            String told = value.isValueNode() && !value.isNull() ? value.asString() : "$";
            if (!told.startsWith("$")) {
                custom.put(name, told);
            }
        });
        String told =
                claims.path(CLAIM + "tool_platform").path("product_family_code").asString("");
        return RoleFacts.of(roles, custom, told.isEmpty() ? family : told, purpose, null);
    }

    /** The middle of a token; its signature is of no interest here. */
    private static String payload(String token) {
        String[] parts = token.split("\\.");
        if (parts.length != 3) {
            throw new IllegalArgumentException("neither claims nor a token");
        }
        return new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    }
}
