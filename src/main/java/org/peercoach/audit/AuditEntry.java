package org.peercoach.audit;

import org.jspecify.annotations.Nullable;

/**
 * One act. Holds ids and values of settings only: no name, no e-mail address, no text that a person wrote.
 *
 * @param district whose administrators may read it, or null for the operator alone
 * @param course where it happened, or null
 * @param actor who did it: {@code person:12}, {@code operator} or {@code system}; at most 64 characters
 * @param act what was done, such as {@code roles.rule-added}; at most 64 characters
 * @param subject to what, such as {@code member:7}, or null; at most 255 characters
 * @param details what changed, such as {@code PARTICIPANT -> COACH}, or null; cut at 2000 characters
 */
public record AuditEntry(
        @Nullable Long district,
        @Nullable Long course,
        String actor,
        String act,
        @Nullable String subject,
        @Nullable String details) {

    /** An act of a person; person 0 is the operator, who may look after every district. */
    public static AuditEntry ofPerson(
            @Nullable Long district, long person, String act, @Nullable String subject, @Nullable String details) {
        return new AuditEntry(district, null, person == 0 ? "operator" : "person:" + person, act, subject, details);
    }

    /** The same, in a course. */
    public AuditEntry inCourse(long id) {
        return new AuditEntry(district, id, actor, act, subject, details);
    }
}
