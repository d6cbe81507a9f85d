package org.peercoach.course.session;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who and where the question of a hand-over names. */
@Component
class HandOverPeople {

    private final KnownMembers known;
    private final JdbcClient jdbc;

    HandOverPeople(KnownMembers known, JdbcClient jdbc) {
        this.known = known;
        this.jdbc = jdbc;
    }

    String nameOf(HandOver handOver) {
        return known.person(handOver.session().person()).orElseThrow().name();
    }

    String titleOf(HandOver handOver) {
        Session session = handOver.session();
        return session.place().district()
                ? jdbc.sql("select name from course_district where id = ?")
                        .param(session.place().id())
                        .query(String.class)
                        .single()
                : known.member(session.member()).orElseThrow().member().courseTitle();
    }
}
