package org.peercoach.gradebook;

import org.peercoach.lti.PlatformFault;

/** Message keys that say why points wait, stay or did not go. Each has a long form with the ending {@code .todo}. */
final class Reasons {

    static final String NO_ANSWER = "gradebook.reason.no-answer";
    static final String BUSY = "gradebook.reason.busy";
    static final String SIGN_IN = "gradebook.reason.sign-in";
    static final String NOT_ALLOWED = "gradebook.reason.not-allowed";
    static final String GONE = "gradebook.reason.gone";
    static final String NEWER = "gradebook.reason.newer";
    static final String NOT_GRADABLE = "gradebook.reason.not-gradable";
    static final String REFUSED = "gradebook.reason.refused";
    static final String NO_PERSON = "gradebook.reason.no-person";
    static final String NO_GRADEBOOK = "gradebook.reason.no-gradebook";
    static final String NOT_PLACED = "gradebook.reason.not-placed";
    static final String NOT_READABLE = "gradebook.reason.not-readable";
    static final String CHANGED = "gradebook.reason.changed";
    static final String NO_COLUMN = "gradebook.reason.no-column";

    private Reasons() {}

    static String of(PlatformFault fault) {
        return switch (fault.kind()) {
            case TRY_LATER -> fault.status() / 100 == 4 ? SIGN_IN : NO_ANSWER;
            case THROTTLED -> BUSY;
            case NOT_ALLOWED -> NOT_ALLOWED;
            case GONE -> GONE;
            case CONFLICT -> NEWER;
            case NOT_GRADABLE -> NOT_GRADABLE;
            case REFUSED -> REFUSED;
        };
    }
}
