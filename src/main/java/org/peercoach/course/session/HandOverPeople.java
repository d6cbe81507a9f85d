package org.peercoach.course.session;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who and where the question of a hand-over names. */
@Component
class HandOverPeople {

    private final KnownMembers known;
    private final JdbcClient jdbc;
    private final MessageSource messages;

    HandOverPeople(KnownMembers known, JdbcClient jdbc, MessageSource messages) {
        this.known = known;
        this.jdbc = jdbc;
        this.messages = messages;
    }

    String nameOf(HandOver handOver) {
        return known.person(handOver.session().person()).orElseThrow().name();
    }

    String titleOf(HandOver handOver) {
        Session session = handOver.session();
        if (session.place().kind() == Place.Kind.PERSON) {
            return messages.getMessage("course.data.title", null, LocaleContextHolder.getLocale());
        }
        return session.place().district()
                ? jdbc.sql("select name from course_district where id = ?")
                        .param(session.place().id())
                        .query(String.class)
                        .single()
                : known.member(session.member()).orElseThrow().member().courseTitle();
    }
}
