package org.peercoach.training;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps an {@link Answer} as a JSON object in one column; no answer is null. */
@Converter
class AnswerJson implements AttributeConverter<Answer, String> {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Answer answer) {
        return answer == null || answer.isEmpty() ? null : MAPPER.writeValueAsString(new TreeMap<>(answer.fields()));
    }

    @Override
    public Answer convertToEntityAttribute(@Nullable String json) {
        return json == null ? Answer.NONE : new Answer(MAPPER.readValue(json, FIELDS));
    }
}
