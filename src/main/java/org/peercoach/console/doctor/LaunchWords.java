package org.peercoach.console.doctor;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peercoach.console.doctor.DoctorPages.LaunchDetail;
import org.peercoach.console.doctor.DoctorPages.LaunchRow;
import org.peercoach.lti.diagnosis.LaunchNote;
import org.peercoach.lti.diagnosis.LaunchNote.Storage;
import org.peercoach.lti.diagnosis.LoggedLaunch;
import org.peercoach.shared.time.Times;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts an entry of the launch log into plain words. */
@Component
class LaunchWords {

    private final MessageSource messages;

    LaunchWords(MessageSource messages) {
        this.messages = messages;
    }

    /** In which language and time zone, and below which path. */
    record Setting(String path, ZoneId zone, Locale locale) {

        Times times() {
            return new Times(locale, zone, null);
        }
    }

    LaunchRow row(LoggedLaunch launch, Setting setting) {
        LaunchCause cause = LaunchCause.of(launch);
        Locale locale = setting.locale();
        return new LaunchRow(
                setting.path() + "/" + launch.id(),
                launch.at().toString(),
                setting.times().second(launch.at()),
                lms(launch, locale),
                word(cause.key() + ".title", locale),
                word(cause.who().key(), locale),
                state(cause, locale),
                launch.note().reference());
    }

    LaunchDetail detail(LoggedLaunch launch, Setting setting) {
        LaunchCause cause = LaunchCause.of(launch);
        Locale locale = setting.locale();
        return new LaunchDetail(
                row(launch, setting),
                setting.times().second(launch.at()) + " " + setting.times().zone(launch.at()),
                launch.note().result(),
                word(cause.key() + ".cause", locale),
                word(cause.key() + ".cure", locale),
                compared(cause, ".expected", launch.note().finding().expected(), launch, locale),
                compared(cause, ".received", launch.note().finding().received(), launch, locale),
                facts(launch, locale),
                support(launch, cause, locale));
    }

    private DoctorPages.State state(LaunchCause cause, Locale locale) {
        return switch (cause) {
            case OPENED -> new DoctorPages.State("ok", "done", word("console.doctor.state.opened", locale));
            case NO_ROLE -> new DoctorPages.State("warn", "warning", word("console.doctor.state.limited", locale));
            case STORAGE_ASKED -> new DoctorPages.State("wait", "waiting", word("console.doctor.state.asked", locale));
            default -> new DoctorPages.State("bad", "refused", word("console.doctor.state.refused", locale));
        };
    }

    /**
     * A sentence of the cause if it has one ({0} the value, {1} how far the clocks differ, {2} and {3} issuer and
     * client id of the registration), else the value as it is.
     */
    private @Nullable String compared(
            LaunchCause cause, String which, @Nullable String value, LoggedLaunch launch, Locale locale) {
        Long clock = launch.note().finding().clockSeconds();
        LoggedLaunch.Lms lms = launch.lms();
        Object[] args = {
            value == null ? word("console.doctor.nothing", locale) : readable(cause, value, locale),
            clock == null ? 0 : Math.abs(clock),
            lms == null ? "–" : lms.issuer(),
            lms == null ? "–" : lms.clientId()
        };
        return messages.getMessage(cause.key() + which, args, value, locale);
    }

    /** Why there were no keys has the words of the connection doctor: {@code STATUS 404} or {@code DNS}. */
    private String readable(LaunchCause cause, String value, Locale locale) {
        if (cause != LaunchCause.LMS_KEYS) {
            return value;
        }
        String[] parts = value.split(" ");
        Object[] args = {parts[parts.length - 1]};
        return String.valueOf(messages.getMessage("console.doctor.answer." + parts[0], args, value, locale));
    }

    /** What else the log holds, each as one line. */
    private List<String> facts(LoggedLaunch launch, Locale locale) {
        LaunchNote note = launch.note();
        List<String> facts = new ArrayList<>();
        if (!note.rules().isEmpty()) {
            facts.add(word("console.doctor.fact.rules", locale, String.join(", ", note.rules())));
        }
        String deployment = note.origin().deployment();
        if (deployment != null) {
            facts.add(word("console.doctor.fact.deployment", locale, deployment));
        }
        String message = note.origin().messageType();
        if (message != null) {
            facts.add(word("console.doctor.fact.message", locale, message));
        }
        Long clock = note.finding().clockSeconds();
        if (clock != null) {
            facts.add(word("console.doctor.fact.clock" + sign(clock), locale, Math.abs(clock)));
        }
        Boolean cookie = note.browser().cookie();
        if (cookie != null) {
            facts.add(word("console.doctor.fact.cookie" + (cookie ? ".came" : ".missing"), locale));
        }
        Storage storage = note.browser().storage();
        if (storage != null) {
            facts.add(word("console.doctor.fact.storage." + storage.name(), locale));
        }
        return facts;
    }

    private static String sign(long clock) {
        return clock == 0 ? ".same" : clock > 0 ? ".ahead" : ".behind";
    }

    /** Ids and codes only, so that it can be pasted anywhere. */
    private String support(LoggedLaunch launch, LaunchCause cause, Locale locale) {
        LaunchNote note = launch.note();
        LoggedLaunch.Lms lms = launch.lms();
        List<String> lines = new ArrayList<>();
        lines.add(note.result() + " " + (note.reference() == null ? "" : note.reference()) + " " + launch.at());
        lines.add(word(cause.key() + ".title", locale));
        if (lms != null) {
            lines.add("issuer " + lms.issuer() + ", client_id " + lms.clientId());
        }
        line(lines, "expected ", note.finding().expected());
        line(lines, "received ", note.finding().received());
        lines.addAll(facts(launch, locale));
        return String.join("\n", lines);
    }

    private static void line(List<String> lines, String name, @Nullable String value) {
        if (value != null) {
            lines.add(name + value);
        }
    }

    private String lms(LoggedLaunch launch, Locale locale) {
        LoggedLaunch.Lms lms = launch.lms();
        return lms == null ? word("console.doctor.lms.unknown", locale) : lms.name();
    }

    private String word(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
