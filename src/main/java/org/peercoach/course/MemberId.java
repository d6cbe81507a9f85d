package org.peercoach.course;

/** Our id of one person in one course. */
public record MemberId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
