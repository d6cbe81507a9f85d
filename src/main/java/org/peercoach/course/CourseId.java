package org.peercoach.course;

/** Our id of one LMS course (cohort); stands in every member's address. */
public record CourseId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
