package org.peercoach.lti.launch;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON of strangers: one object, each name once, nested a little, nothing behind it (LTI-T32). */
final class StrictJson {

    private static final int DEEPEST = 16;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /** The object, or null if this is none. */
    static @Nullable JsonNode object(byte[] json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            return node.isObject() ? node : null;
        } catch (JacksonException e) {
            return null;
        }
    }
}
