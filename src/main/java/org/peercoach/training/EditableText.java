package org.peercoach.training;

import org.jspecify.annotations.Nullable;

/**
 * One text of the training that a district can say in its own words.
 *
 * @param key stands in addresses and in the database: {@code S1.2}, {@code session-1}, {@code sheet-value-test}
 * @param file the content file that it stands for
 * @param session the number of its session, or 0 for a help sheet
 * @param activity the id of its activity, or null
 */
record EditableText(
        String key,
        String file,
        Shape shape,
        int session,
        @Nullable String activity) {

    /** How it is written: in a form of its own, or as the text of its file. */
    enum Shape {
        READING,
        SHEET,
        REFLECTION,
        SESSION,
        SOURCE
    }

    /** The key under which the film of a scene is kept. */
    static String film(String activity) {
        return "film-" + activity;
    }

    /** The same, written as the text of its file: what its form does not show can be changed there. */
    EditableText asFile() {
        return new EditableText(key, file, Shape.SOURCE, session, activity);
    }

    /** Its page, below the district. */
    String path() {
        return DistrictTextsController.PATH + "/" + key;
    }
}
