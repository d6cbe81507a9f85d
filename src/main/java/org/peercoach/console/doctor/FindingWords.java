package org.peercoach.console.doctor;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peercoach.console.doctor.ConnectionDoctorController.CheckRow;
import org.peercoach.lti.diagnosis.ConnectionCheck;
import org.peercoach.lti.diagnosis.ConnectionCheck.Light;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts a finding of the connection doctor into plain words: those of this very finding
 * ({@code console.doctor.check.<WHAT>.<FINDING>}), else those that a fault has everywhere
 * ({@code console.doctor.answer.<FINDING>}).
 */
@Component
class FindingWords {

    private static final String CHECK = "console.doctor.check.";
    private static final String ANSWER = "console.doctor.answer.";

    private final MessageSource messages;

    FindingWords(MessageSource messages) {
        this.messages = messages;
    }

    CheckRow row(ConnectionCheck check, Locale locale) {
        return row(check.what().name(), check.light(), check.finding(), check.values(), locale);
    }

    CheckRow row(String what, Light light, String finding, List<String> values, Locale locale) {
        Object[] args = {number(value(values, 0)), value(values, 1)};
        String title = word(CHECK + what + ".title", args, locale);
        String cure = light == Light.GOOD ? null : found(what, finding, ".cure", args, locale);
        return new CheckRow(
                what,
                title,
                state(light, locale),
                String.valueOf(found(what, finding, "", args, locale)),
                word(CHECK + what + ".why", args, locale),
                cure,
                light == Light.BAD || light == Light.DOUBTFUL
                        ? word(who(finding).key(), args, locale)
                        : null);
    }

    /** Only whoever runs this server can open a private address or change an address of a registration. */
    private static Who who(String finding) {
        return switch (finding) {
            case "BLOCKED_ADDRESS", "BAD_URL" -> Who.OPERATOR;
            case "NOT_KEPT", "NO_FRAME" -> Who.US; // their own browser
            default -> Who.LMS;
        };
    }

    private static DoctorPages.State stateOf(String kind, String icon, String word) {
        return new DoctorPages.State(kind, icon, word);
    }

    private DoctorPages.State state(Light light, Locale locale) {
        String word = word("console.doctor.light." + light.name(), new Object[0], locale);
        return switch (light) {
            case GOOD -> stateOf("ok", "done", word);
            case DOUBTFUL -> stateOf("warn", "warning", word);
            case BAD -> stateOf("bad", "refused", word);
            case UNKNOWN -> stateOf("idle", "none", word);
        };
    }

    private @Nullable String found(String what, String finding, String part, Object[] args, Locale locale) {
        String general = messages.getMessage(ANSWER + finding + part, args, null, locale);
        return messages.getMessage(CHECK + what + "." + finding + part, args, general, locale);
    }

    /** A first value that counts something must be a number, for "one person, two people". */
    private static Object number(String value) {
        return value.matches("\\d{1,9}") ? (Object) Integer.valueOf(value) : value;
    }

    private static String value(List<String> values, int index) {
        return index < values.size() ? values.get(index) : "–";
    }

    private String word(String key, Object[] args, Locale locale) {
        return messages.getMessage(key, args, locale);
    }
}
