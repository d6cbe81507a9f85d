package org.peercoach.training.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of certificates. Every question names its course, except by the number that nobody can guess. */
@Repository
class CertificateRows {

    private static final String SELECT =
            "select c.id, c.member_id, c.subject, c.district, c.session_hours, c.task_hours,"
                    + " c.portfolio, c.begun_on, c.completed_on, c.issues, c.revoked_at, c.revoked_by, c.revoke_reason,"
                    + " i.number, i.nth, i.name, i.issued_at from training_certificate c"
                    + " join training_certificate_issue i on i.certificate_id = c.id";
    private static final String LATEST = SELECT + " and i.nth = c.issues where c.course_id = ?";

    private final JdbcClient jdbc;

    CertificateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The issue of a member's certificate that holds. */
    Optional<Certificate> of(Member member) {
        return jdbc.sql(LATEST + " and c.member_id = ?")
                .params(member.course().value(), member.id().value())
                .query(this::certificate)
                .optional();
    }

    /** All certificates of a course, the newest first. */
    List<Certificate> of(CourseId course) {
        return jdbc.sql(LATEST + " order by c.completed_on desc, c.id desc")
                .param(course.value())
                .query(this::certificate)
                .list();
    }

    /** Every issue of a member's certificate, the first one first. */
    List<Certificate> issues(Member member) {
        return jdbc.sql(SELECT + " where c.course_id = ? and c.member_id = ? order by i.nth")
                .params(member.course().value(), member.id().value())
                .query(this::certificate)
                .list();
    }

    Optional<Certificate> of(CertificateNumber number) {
        return jdbc.sql(SELECT + " where i.number = ?")
                .param(number.value())
                .query(this::certificate)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the member has one */
    void add(Member member, Certificate certificate) {
        jdbc.sql("insert into training_certificate (course_id, member_id, subject, district, session_hours, task_hours,"
                        + " portfolio, begun_on, completed_on, issues) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)")
                .params(member.course().value(), member.id().value(), certificate.subject(), certificate.district())
                .params(certificate.hours().sessions(), certificate.hours().tasks(), certificate.portfolio())
                .params(certificate.begunOn(), certificate.completedOn())
                .update();
        long id = jdbc.sql("select id from training_certificate where member_id = ?")
                .param(member.id().value())
                .query(Long.class)
                .single();
        add(id, certificate.issue());
    }

    /** Adds the next issue; false if another request was faster. */
    boolean reissue(Certificate certificate, Certificate.Issue next) {
        boolean first = jdbc.sql("update training_certificate set issues = ? where id = ? and issues = ?")
                        .params(next.nth(), certificate.id(), certificate.issues())
                        .update()
                == 1;
        if (first) {
            add(certificate.id(), next);
        }
        return first;
    }

    /** False if there is none in this course that is not revoked yet. */
    boolean revoke(CourseId course, long id, Certificate.Revocation revocation) {
        return jdbc.sql("update training_certificate set revoked_at = ?, revoked_by = ?, revoke_reason = ?"
                                + " where id = ? and course_id = ? and revoked_at is null")
                        .params(utc(revocation.at()), revocation.by(), revocation.reason(), id, course.value())
                        .update()
                == 1;
    }

    /** False if there is none in this course that is revoked. */
    boolean restore(CourseId course, long id) {
        return jdbc.sql("update training_certificate set revoked_at = null, revoked_by = null, revoke_reason = null"
                                + " where id = ? and course_id = ? and revoked_at is not null")
                        .params(id, course.value())
                        .update()
                == 1;
    }

    /** Whose certificate of this course it is; there must be one. */
    long memberOf(CourseId course, long id) {
        return jdbc.sql("select member_id from training_certificate where id = ? and course_id = ?")
                .params(id, course.value())
                .query(Long.class)
                .single();
    }

    private void add(long certificate, Certificate.Issue issue) {
        jdbc.sql("insert into training_certificate_issue (certificate_id, nth, number, name, issued_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(certificate, issue.nth(), issue.number().value(), issue.name(), utc(issue.at()))
                .update();
    }

    private Certificate certificate(ResultSet row, int index) throws SQLException {
        return new Certificate(
                row.getLong("id"),
                new MemberId(row.getLong("member_id")),
                row.getString("subject"),
                row.getString("district"),
                new Hours(row.getDouble("session_hours"), row.getInt("task_hours")),
                row.getBoolean("portfolio"),
                row.getObject("begun_on", LocalDate.class),
                row.getObject("completed_on", LocalDate.class),
                new Certificate.Issue(
                        new CertificateNumber(row.getString("number")),
                        row.getInt("nth"),
                        row.getString("name"),
                        instant(row.getObject("issued_at", LocalDateTime.class))),
                row.getInt("issues"),
                revocation(row));
    }

    private static Certificate.@Nullable Revocation revocation(ResultSet row) throws SQLException {
        LocalDateTime at = row.getObject("revoked_at", LocalDateTime.class);
        return at == null
                ? null
                : new Certificate.Revocation(instant(at), row.getLong("revoked_by"), row.getString("revoke_reason"));
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
