package org.peercoach.training;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A state that was read without its texts: how far somebody is. Asking it for texts is a fault. */
final class StateOutline extends ActivityState {

    private final boolean begun;

    StateOutline(ResultSet row) throws SQLException {
        super(row);
        begun = row.getBoolean("begun");
    }

    @Override
    Answer draft() {
        throw withoutTexts();
    }

    @Override
    Answer answer() {
        throw withoutTexts();
    }

    @Override
    boolean started() {
        return begun;
    }

    private static IllegalStateException withoutTexts() {
        return new IllegalStateException("read without its texts");
    }
}
