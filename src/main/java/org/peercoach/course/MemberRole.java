package org.peercoach.course;

/**
 * What a person is in a course. Decided by rules, since no LMS has a coach (LTI spec 3.6); whether somebody is an
 * administrator is a property of the person in the district, not a role here.
 */
public enum MemberRole {
    /** Runs the cohort and grades. */
    TRAINER,
    /** Takes the training. */
    COACH,
    /** Collaborating teacher. */
    PARTICIPANT,
    /** School leader; only by explicit assignment. */
    LEADER,
    /** Reads the home page and open handouts, writes nothing, sees nobody's work. */
    OBSERVER
}
