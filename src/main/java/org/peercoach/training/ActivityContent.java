package org.peercoach.training;

/**
 * One activity of a session, as the content files tell it.
 *
 * @param id such as {@code S1.2}: stands in addresses and in saved answers, and never changes
 * @param version counts up when what people answer changes; answers keep the version that they answered
 * @param required whether the session needs it to be complete
 * @param doneWhen its rule in words
 */
record ActivityContent(
        String id,
        Kind kind,
        String title,
        String intro,
        int minutes,
        int points,
        boolean required,
        int version,
        String doneWhen,
        Work work) {

    /** Its place in the session, from 1. */
    int number() {
        return Integer.parseInt(id.substring(id.indexOf('.') + 1));
    }

    /** Whether people can work on it now. */
    boolean open() {
        return !(work instanceof Work.Room);
    }
}
