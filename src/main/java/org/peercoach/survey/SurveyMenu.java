package org.peercoach.survey;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.peercoach.course.Activity;
import org.peercoach.course.ActivityProvider;
import org.peercoach.course.CourseId;
import org.peercoach.course.MemberRole;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The surveys in the menu, after the work itself. */
@Component
@Order(15)
class SurveyMenu implements ActivityProvider {

    private static final Set<MemberRole> ROLES =
            EnumSet.of(MemberRole.COACH, MemberRole.PARTICIPANT, MemberRole.LEADER, MemberRole.TRAINER);

    private final MessageSource messages;
    private final JdbcClient jdbc;

    SurveyMenu(MessageSource messages, JdbcClient jdbc) {
        this.messages = messages;
        this.jdbc = jdbc;
    }

    @Override
    public List<Activity> activities(MemberRole role) {
        return ROLES.contains(role)
                ? List.of(new Activity(
                        "surveys",
                        messages.getMessage("survey.menu", null, LocaleContextHolder.getLocale()),
                        "/surveys",
                        true,
                        null))
                : List.of();
    }

    @Override
    public boolean begun(CourseId course) {
        return jdbc.sql("select 1 from survey_administration where course_id = ? limit 1")
                .param(course.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
