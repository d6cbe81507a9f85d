package org.peercoach.survey;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Figures as they were shown last. An administration's id is only ever taken from one of the asking course. */
@Component
class ShownFigures {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    ShownFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets nobody else renew the figures until the end of the transaction. */
    void hold(Administration administration) {
        jdbc.sql("select id from survey_administration where id = ? for update")
                .param(administration.id())
                .query(Long.class)
                .single();
    }

    Optional<Figures> of(Administration administration) {
        return jdbc.sql("select figures from survey_figures where administration_id = ?")
                .param(administration.id())
                .query(String.class)
                .optional()
                .map(json -> JSON.readValue(json, Figures.class));
    }

    void keep(Administration administration, Figures figures) {
        String json = JSON.writeValueAsString(figures);
        jdbc.sql("insert into survey_figures (administration_id, figures) values (?, ?)"
                        + " on duplicate key update figures = ?")
                .params(administration.id(), json, json)
                .update();
    }
}
