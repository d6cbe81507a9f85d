package org.peercoach.console;

import org.jspecify.annotations.Nullable;
import org.peercoach.course.district.Administrator;

/**
 * On whose behalf the console acts.
 *
 * @param district our id of the district whose page it is, or null on the operator's pages
 * @param districtName its name, or null
 * @param actor as the audit log calls them
 */
record Caller(@Nullable Long district, @Nullable String districtName, String actor) {

    /** On the operator's own pages: everything, everywhere. */
    static final Caller OPERATOR = new Caller(null, null, "operator");

    /** On the pages of a district, where the operator sees what its administrators see. */
    static Caller of(Administrator administrator) {
        return new Caller(administrator.district(), administrator.districtName(), administrator.actor());
    }

    /** Whether every registration and deployment is theirs. */
    boolean everywhere() {
        return district == null;
    }
}
