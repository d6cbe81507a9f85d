package org.peercoach.course.district;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditEntry;

/**
 * Who looks after a district: an administrator of its LMS who came by a launch, or the operator.
 *
 * @param district our id of the district
 * @param districtName as people know it
 * @param person our id of the person; 0 for the operator
 * @param name what the LMS tells, or a neutral name
 * @param zone the person's own time zone; the operator reads a district's times in that of the district
 */
public record Administrator(long district, String districtName, long person, String name, ZoneId zone) {

    /** Whether this is the operator rather than a person of the district. */
    public boolean operator() {
        return person == 0;
    }

    /** How the audit log calls who acts here. */
    public String actor() {
        return operator() ? "operator" : "person:" + person;
    }

    /** An act of theirs, for the audit log. */
    public AuditEntry did(String act, @Nullable String subject, @Nullable String details) {
        return new AuditEntry(district, null, actor(), act, subject, details);
    }

    /** Path of a page of this district; {@code rest} starts with a slash or is empty. */
    public String path(String rest) {
        return "/d/" + district + rest;
    }
}
