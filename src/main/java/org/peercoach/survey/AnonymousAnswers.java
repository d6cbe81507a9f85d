package org.peercoach.survey;

import java.security.SecureRandom;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers without a name. Both databases keep the rows in the order of their ids, and these are drawn by chance: neither
 * id nor place nor any time says who came when.
 */
@Component
class AnonymousAnswers {

    private final JdbcClient jdbc;
    private final SecureRandom chance = new SecureRandom();

    AnonymousAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Kept(long id, Answers answers) {}

    void add(Administration administration, Instrument instrument, Answers answers) {
        jdbc.sql("insert into survey_anonymous_answer (id, administration_id, instrument_version, answer)"
                        + " values (?, ?, ?, ?)")
                .params(chance.nextLong(Long.MAX_VALUE), administration.id(), instrument.version(), answers.stored())
                .update();
    }

    List<Kept> of(Administration administration) {
        return jdbc.sql("select id, answer from survey_anonymous_answer where administration_id = ? order by id")
                .param(administration.id())
                .query((row, index) -> new Kept(row.getLong("id"), Answers.ofStored(row.getString("answer"))))
                .list();
    }
}
