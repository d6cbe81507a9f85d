package org.peercoach.console.doctor;

import org.peercoach.lti.diagnosis.LaunchNote;
import org.peercoach.lti.diagnosis.LaunchNote.Finding;
import org.peercoach.lti.diagnosis.LoggedLaunch;

/**
 * Why a launch ended as it did, as finely as the log tells. The words are {@code console.doctor.launch.<NAME>.title},
 * {@code .cause} and {@code .cure}.
 */
enum LaunchCause {
    OPENED(Who.NOBODY),
    /** Opened, but the person may only look on. */
    NO_ROLE(Who.US),
    LOGIN_INCOMPLETE(Who.LMS),
    LOGIN_AMBIGUOUS(Who.LMS),
    LMS_UNKNOWN(Who.LMS),
    LMS_ERROR(Who.LMS),
    LMS_KEYS(Who.LMS),
    LAUNCH_DIRECT(Who.USER),
    LAUNCH_TOO_LARGE(Who.LMS),
    LAUNCH_STATE(Who.USER),
    LAUNCH_EXPIRED(Who.USER),
    /** The state of the login is what is too old. */
    LATE_LOGIN(Who.USER),
    /** The token says that it was made before its login began. */
    SLOW_CLOCK(Who.LMS),
    FAST_CLOCK(Who.LMS),
    LAUNCH_CLOCK(Who.LMS),
    LAUNCH_BROWSER(Who.USER),
    STORAGE_ASKED(Who.NOBODY),
    LAUNCH_USED(Who.USER),
    LAUNCH_UNREADABLE(Who.LMS),
    LAUNCH_ALGORITHM(Who.LMS),
    LAUNCH_KEY(Who.LMS),
    KEY_UNNAMED(Who.LMS),
    LAUNCH_SIGNATURE(Who.LMS),
    LAUNCH_ISSUER(Who.LMS),
    LAUNCH_AUDIENCE(Who.LMS),
    LAUNCH_NONCE(Who.USER),
    LAUNCH_VERSION(Who.LMS),
    LAUNCH_MESSAGE(Who.LMS),
    LAUNCH_DEPLOYMENT(Who.LMS),
    LAUNCH_TARGET(Who.LMS),
    LAUNCH_LINK(Who.LMS),
    LAUNCH_ROLES(Who.LMS),
    LAUNCH_CONTEXT(Who.LMS),
    LAUNCH_PICK_RETURN(Who.LMS),
    LAUNCH_PICK_TYPES(Who.LMS),
    LAUNCH_FOR_USER(Who.LMS),
    LAUNCH_IDENTITY(Who.LMS),
    LAUNCH_NOT_OFFERED(Who.LMS),
    DEPLOYMENT_PENDING(Who.US),
    DEPLOYMENT_OFF(Who.US),
    LMS_OFF(Who.OPERATOR),
    LAUNCH_FAILED(Who.OPERATOR),
    NO_COURSE(Who.USER),
    /** A code that has no words of its own here. */
    OTHER(Who.OPERATOR);

    /** A launch takes seconds; less than this is the time in which the person signed in at the LMS. */
    private static final long CLOCKS_DISAGREE = 30;

    private final Who who;

    LaunchCause(Who who) {
        this.who = who;
    }

    Who who() {
        return who;
    }

    /** Whether this is a code that stands on pages, and no finer cause of one. */
    boolean isCode() {
        return this != OPENED
                && this != NO_ROLE
                && this != LATE_LOGIN
                && this != SLOW_CLOCK
                && this != FAST_CLOCK
                && this != KEY_UNNAMED
                && this != OTHER;
    }

    /** Prefix of its words. */
    String key() {
        return "console.doctor.launch." + name();
    }

    static LaunchCause of(LoggedLaunch launch) {
        LaunchNote note = launch.note();
        Long clock = note.finding().clockSeconds();
        return switch (note.result()) {
            case "OPENED" -> Finding.NO_ROLE.equals(note.finding().remark()) ? NO_ROLE : OPENED;
            case "LAUNCH-EXPIRED" ->
                launch.rule().equals("LTI-T1")
                        ? LATE_LOGIN
                        : clock != null && clock < -CLOCKS_DISAGREE ? SLOW_CLOCK : LAUNCH_EXPIRED;
            case "LAUNCH-CLOCK" -> clock != null && clock > 0 ? FAST_CLOCK : LAUNCH_CLOCK;
            case "LAUNCH-KEY" -> launch.rule().equals("LTI-T3") ? KEY_UNNAMED : LAUNCH_KEY;
            default -> named(note.result());
        };
    }

    private static LaunchCause named(String result) {
        String name = result.replace('-', '_');
        for (LaunchCause cause : values()) {
            if (cause.name().equals(name)) {
                return cause;
            }
        }
        return OTHER;
    }
}
