package org.peercoach.course.notes;

import java.util.List;
import org.peercoach.course.Member;

/** A room's messages to a member, for the first page of the course. */
public interface NoteProvider {

    /** Those that the member has not put away, the latest first. */
    List<Note> notes(Member member);

    /**
     * One message.
     *
     * @param from who wrote it
     * @param at when, in words and in the reader's time
     * @param text what it says, as it was typed
     * @param dismiss where a POST puts it away, a full path of ours
     */
    record Note(String from, String at, String text, String dismiss) {}
}
