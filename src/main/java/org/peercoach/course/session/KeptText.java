package org.peercoach.course.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person had written in a form that could not be taken: shown again for copying, so no word is lost. */
final class KeptText {

    private KeptText() {}

    /**
     * Every posted field called text, every value with white space, and what stands in a form of many fields, whose names
     * have a dot: no key or token. Null if none.
     */
    static @Nullable String of(HttpServletRequest request) {
        if (!"POST".equals(request.getMethod())) {
            return null;
        }
        String text = request.getParameterMap().entrySet().stream()
                .flatMap(field -> Arrays.stream(field.getValue())
                        .filter(value ->
                                field.getKey().equals("text") || isWriting(value) || isOfMany(field.getKey(), value)))
                .filter(value -> !value.isBlank())
                .collect(Collectors.joining("\n\n"));
        return text.isEmpty() ? null : text;
    }

    /** A number of rows and a tick are nothing to copy. */
    private static boolean isOfMany(String name, String value) {
        return name.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+") && !name.endsWith(".rows") && !value.equals("yes");
    }

    private static boolean isWriting(String value) {
        return value.strip().chars().anyMatch(Character::isWhitespace);
    }
}
