package org.peercoach.course.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.MemberRole;
import org.peercoach.course.zone.KnownZones;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads members and people out of rows, with a neutral name where the LMS tells none (LTI-T25). */
@Component
public class MemberRows {

    /**
     * The role that holds now: what a Learner is depends on the course's purpose, which may be decided after the launch
     * (ruling 8). Of {@code m} and {@code c}.
     */
    public static final String ROLE = "case when m.role_reason = 'LEARNER'"
            + " then case when c.purpose = 'TRAINING' then 'COACH' else 'PARTICIPANT' end else m.role end";

    /** All that a {@link KnownMember} needs; add a {@code where} on {@code m}. */
    public static final String MEMBER =
            "select m.id as member_id, m.course_id, " + ROLE + " as role, m.active, p.id as person_id,"
                    + " p.district_id, p.name, p.given_name, p.family_name, p.administrator, p.test_user, p.valid_from,"
                    + " p.locale, " + KnownZones.COLUMNS + ", c.title, c.label"
                    + " from course_member m join course_person p on p.id = m.person_id"
                    + " join course_course c on c.id = m.course_id join course_district d on d.id = p.district_id";

    static final String PERSON = "select p.id as person_id, p.district_id, p.name, p.given_name, p.family_name,"
            + " p.administrator, p.valid_from, " + KnownZones.COLUMNS
            + ", case when exists (select 1 from lti_deployment o"
            + " join lti_registration r on r.id = o.registration_id join course_district k on k.name = o.district_name"
            + " where o.registration_id = p.registration_id and k.id = p.district_id and o.status = 'APPROVED'"
            + " and r.switched_off_at is null) then 1 else 0 end as admitted from course_person p"
            + " join course_district d on d.id = p.district_id";

    private final MessageSource messages;
    private final Languages languages;

    MemberRows(MessageSource messages, Languages languages) {
        this.messages = messages;
        this.languages = languages;
    }

    /** For rows of {@link #MEMBER}. */
    public RowMapper<KnownMember> members() {
        return (row, index) -> new KnownMember(
                member(row),
                row.getBoolean("active"),
                Utc.read(row, "valid_from"),
                row.getBoolean("test_user"),
                row.getString("locale"),
                KnownZones.of(row));
    }

    RowMapper<KnownPerson> people() {
        return (row, index) -> new KnownPerson(
                row.getLong("person_id"),
                row.getLong("district_id"),
                name(row),
                row.getBoolean("administrator"),
                row.getBoolean("admitted"),
                Utc.read(row, "valid_from"),
                KnownZones.of(row));
    }

    /** What to call a course: its title, else its label, else a neutral name. */
    public String courseTitle(@Nullable String title, @Nullable String label) {
        return given(title).or(() -> given(label)).orElseGet(() -> words("course.untitled"));
    }

    /** What to call a person: the name, else given and family name, else a neutral name. */
    public String personName(long person, @Nullable String name, @Nullable String givenName, @Nullable String family) {
        String parts = (given(givenName).orElse("") + " " + given(family).orElse("")).strip();
        return given(name).or(() -> given(parts)).orElseGet(() -> words("course.nameless", Long.toString(person)));
    }

    /** What to write to a person in, whom the LMS shows the language of this tag. */
    public Locale language(@Nullable String tag) {
        return languages.of(tag);
    }

    private Member member(ResultSet row) throws SQLException {
        return new Member(
                new MemberId(row.getLong("member_id")),
                new CourseId(row.getLong("course_id")),
                row.getLong("district_id"),
                row.getLong("person_id"),
                MemberRole.valueOf(row.getString("role")),
                row.getBoolean("administrator"),
                name(row),
                courseTitle(row.getString("title"), row.getString("label")),
                KnownZones.of(row).zone(),
                language(row.getString("locale")));
    }

    private String name(ResultSet row) throws SQLException {
        return personName(
                row.getLong("person_id"),
                row.getString("name"),
                row.getString("given_name"),
                row.getString("family_name"));
    }

    private String words(String key, Object... args) {
        return messages.getMessage(key, args, Locale.US);
    }

    private static Optional<String> given(@Nullable String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
