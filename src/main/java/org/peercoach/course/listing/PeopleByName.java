package org.peercoach.course.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.peercoach.course.session.MemberRows;
import org.springframework.stereotype.Component;

/**
 * The order in which every list shows the people of a course: by the name that is shown, whatever its case, the nameless
 * last, then by id. A page is cut by a key of that order rather than by counting, so each person is on one page however
 * many come and go meanwhile.
 *
 * <p>The parts of SQL speak of a member {@code m}, its person {@code p} and its course {@code c}, as in {@link #PEOPLE}.
 * They hold no values.
 */
@Component
public class PeopleByName {

    /** Whom {@code from} chooses from; needs a {@code where} on {@code m.course_id}. */
    public static final String PEOPLE = "course_member m join course_person p on p.id = m.person_id"
            + " join course_course c on c.id = m.course_id";

    /** Those who are here now; pretended learners are left out (LTI-T23). */
    public static final String HERE = "m.active = true and p.test_user = false";

    /** Those who are coaches now. */
    public static final String COACH = "(" + MemberRows.ROLE + ") = 'COACH'";

    /** What {@link #name} needs. */
    public static final String NAMES = "p.id as person_id, p.name, p.given_name, p.family_name";

    /** The name in small letters, or '' for the nameless. */
    public static final String KEY = key("p");

    public static final String FORWARDS = nameless("p") + ", " + KEY + ", m.id";
    public static final String BACKWARDS = nameless("p") + " desc, " + KEY + " desc, m.id desc";

    /** The member {@code :from} of the same course, as {@code o}; null when there is none, as for 0. */
    public static final String FROM_MEMBER = " left join course_member o on o.id = :from and o.course_id = m.course_id"
            + " left join course_person q on q.id = o.person_id";

    /** Those after {@link #FROM_MEMBER}; everybody when there is none. */
    public static final String BEHIND = beside(">");

    /** Those before {@link #FROM_MEMBER}; everybody when there is none. */
    public static final String BEFORE = beside("<");

    private final MemberRows names;

    PeopleByName(MemberRows names) {
        this.names = names;
    }

    /** What to call the person of a row with {@link #NAMES}. */
    public String name(ResultSet row) throws SQLException {
        return names.personName(
                row.getLong("person_id"),
                row.getString("name"),
                row.getString("given_name"),
                row.getString("family_name"));
    }

    private static String beside(String side) {
        String nameless = nameless("p") + " %s " + nameless("q");
        String key = KEY + " %s " + key("q");
        return "(o.id is null or " + nameless.formatted(side) + " or (" + nameless.formatted("=") + " and ("
                + key.formatted(side) + " or (" + key.formatted("=") + " and m.id " + side + " o.id))))";
    }

    private static String nameless(String person) {
        return "(case when " + shown(person) + " is null then 1 else 0 end)";
    }

    private static String key(String person) {
        return "lower(coalesce(" + shown(person) + ", ''))";
    }

    /** As {@link MemberRows#personName} puts it together. */
    private static String shown(String person) {
        return ("coalesce(nullif(trim(%1$s.name), ''), nullif(trim(concat(coalesce(%1$s.given_name, ''), ' ',"
                        + " coalesce(%1$s.family_name, ''))), ''))")
                .formatted(person);
    }
}
