package org.peercoach.training;

import org.jspecify.annotations.Nullable;

/**
 * One activity of a session, as the content files tell it.
 *
 * @param id such as {@code S1.2}: stands in addresses and in saved answers, and never changes
 * @param version counts up when what people answer changes; answers keep the version that they answered
 * @param required whether the session needs it to be complete
 * @param live whether those present at the live session need not do it alone
 * @param doneWhen its rule in words
 * @param room the room of the house that it belongs to, or null; while a worksheet stands in, its rule is only told
 */
record ActivityContent(
        String id,
        Kind kind,
        String title,
        String intro,
        int minutes,
        int points,
        boolean required,
        boolean live,
        int version,
        String doneWhen,
        Work work,
        Work.@Nullable Room room) {

    /** Its place in the session, from 1. */
    int number() {
        return Integer.parseInt(id.substring(id.indexOf('.') + 1));
    }

    /** Whether people can work on it now. */
    boolean open() {
        return !(work instanceof Work.Room);
    }

    /** Whether its work is done on its own page, not in another room. */
    boolean answeredHere() {
        return open() && !(work instanceof Work.Survey);
    }

    /** Whether trainers see what is handed in, and mark it. */
    boolean marked() {
        return work instanceof Work.Worksheet && (kind == Kind.PLAN || kind == Kind.ARTEFACT);
    }

    /** Message key of what opens it, or null when it is open. */
    @Nullable
    String opensWith() {
        String room = waitsFor();
        return room == null ? null : "training.opens-with." + room;
    }

    /** The room of the house that it waits for, or null when it is open. */
    @Nullable
    String waitsFor() {
        return work instanceof Work.Room later ? later.name() : null;
    }
}
