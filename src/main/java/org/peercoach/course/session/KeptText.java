package org.peercoach.course.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person had written in a form that could not be taken: shown again for copying, so no word is lost. */
final class KeptText {

    private KeptText() {}

    /** Every posted field called text, and every value with white space: no key, choice or token. Null if none. */
    static @Nullable String of(HttpServletRequest request) {
        if (!"POST".equals(request.getMethod())) {
            return null;
        }
        String text = request.getParameterMap().entrySet().stream()
                .flatMap(field -> Arrays.stream(field.getValue())
                        .filter(value -> field.getKey().equals("text") || isWriting(value)))
                .filter(value -> !value.isBlank())
                .collect(Collectors.joining("\n\n"));
        return text.isEmpty() ? null : text;
    }

    private static boolean isWriting(String value) {
        return value.strip().chars().anyMatch(Character::isWhitespace);
    }
}
