package org.peercoach.lti.registration;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peercoach.lti.registration.RegistrationFault.Kind;
import org.peercoach.shared.GuardedHttp.Answer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds words in the many ways of saying no: the standard's {@code {error, error_description}}, Canvas'
 * {@code {errors: [..]}} (LTI-R7), Moodle's plain text that calls itself HTML, and Moodle's HTML page for a bad token.
 */
final class RegistrationRefusal {

    private static final int LONGEST = 300;
    private static final int MOST = 5;

    private static final Pattern TOKEN = Pattern.compile(
            "(?i)registration[_ ]token|token[_ ](already[_ ]used|expired|invalid)|(expired|invalid)[_ ]token\\b");

    private RegistrationRefusal() {}

    static RegistrationFault of(Answer answer, boolean hadToken) {
        String words = words(answer.body());
        boolean unauthorized = answer.status() == 401 || answer.status() == 403;
        boolean moodlesPage = answer.status() == 404 && hadToken && words.isEmpty();
        if (unauthorized || moodlesPage || TOKEN.matcher(words).find()) {
            return new RegistrationFault(Kind.TOKEN);
        }
        return words.isEmpty()
                ? new RegistrationFault(Kind.STATUS, answer.status())
                : new RegistrationFault(Kind.REFUSED, words);
    }

    private static String words(String body) {
        String text = body.strip();
        if (text.startsWith("{") || text.startsWith("[")) {
            try {
                return cut(said(JsonMapper.shared().readTree(text)).collect(Collectors.joining("; ")));
            } catch (JacksonException e) {
                return "";
            }
        }
        return text.contains("<") ? "" : cut(text);
    }

    /** All texts of an error answer, however deep it hides them. */
    private static Stream<String> said(JsonNode json) {
        if (json.isString()) {
            return Stream.of(json.asString());
        }
        if (json.isObject()) {
            List<JsonNode> named = Stream.of("errors", "error_description", "error", "message")
                    .filter(json::has)
                    .map(json::get)
                    .toList();
            return (named.isEmpty() ? json.valueStream() : named.stream()).flatMap(RegistrationRefusal::said);
        }
        return json.isArray() ? json.valueStream().limit(MOST).flatMap(RegistrationRefusal::said) : Stream.empty();
    }

    private static String cut(String text) {
        String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    }
}
