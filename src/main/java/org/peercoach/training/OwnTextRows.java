package org.peercoach.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of what districts say in their own words. Every question names its district. */
@Repository
class OwnTextRows {

    private static final String VERSION =
            "select text_key, version, body, answers, published_at, published_by from training_text where ";
    private static final String NEWEST = "district_id = ? and version = (select max(o.version) from training_text o"
            + " where o.district_id = training_text.district_id and o.text_key = training_text.text_key)";

    private final JdbcClient jdbc;
    private final EditableTexts texts;
    private final Clock clock;

    OwnTextRows(JdbcClient jdbc, EditableTexts texts, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * One publishing.
     *
     * @param body null when it brought the built-in text back
     * @param answers how often what people answer had changed until then
     * @param by our id of the person; 0 for the operator
     */
    record Version(String key, int number, @Nullable String body, int answers, Instant at, long by) {}

    /** @param revision counts up with each saving */
    record Draft(String key, String body, int revision, Instant at, long by) {}

    /**
     * How often each district that has texts of its own has published. Rows are only added, so this changes with each of
     * them; the newest number would not, where a smaller one is committed later.
     */
    Map<Long, Long> stamps() {
        Map<Long, Long> stamps = new HashMap<>();
        jdbc.sql("select district_id, count(*) as stamp from training_text group by district_id")
                .query(row -> {
                    stamps.put(row.getLong("district_id"), row.getLong("stamp"));
                });
        return stamps;
    }

    /** All that holds in a district now. */
    OwnTexts current(long district) {
        Map<String, String> files = new HashMap<>();
        Map<String, Integer> answers = new HashMap<>();
        Map<String, String> films = new HashMap<>();
        for (Version one : newest(district)) {
            if (one.key().startsWith(EditableText.film("")) && one.body() != null) {
                films.put(one.key().substring(EditableText.film("").length()), one.body());
            }
            texts.text(one.key()).ifPresent(text -> {
                answers.put(text.file(), one.answers());
                if (one.body() != null) {
                    files.put(text.file(), one.body());
                }
            });
        }
        return new OwnTexts(files, answers, films);
    }

    /** What was published last, text by text. */
    List<Version> newest(long district) {
        return jdbc.sql(VERSION + NEWEST)
                .param(district)
                .query((row, index) -> version(row))
                .list();
    }

    Optional<Version> newest(long district, String key) {
        return jdbc.sql(VERSION + "district_id = ? and text_key = ? order by version desc limit 1")
                .params(district, key)
                .query((row, index) -> version(row))
                .optional();
    }

    Optional<Version> version(long district, String key, int number) {
        return jdbc.sql(VERSION + "district_id = ? and text_key = ? and version = ?")
                .params(district, key, number)
                .query((row, index) -> version(row))
                .optional();
    }

    /** The last publishings of a text, the newest first. */
    List<Version> history(long district, String key) {
        return jdbc.sql(VERSION + "district_id = ? and text_key = ? order by version desc limit 50")
                .params(district, key)
                .query((row, index) -> version(row))
                .list();
    }

    /** Everything that was ever published in the place of a text. */
    TextRules.Past past(long district, String key) {
        List<Version> all = jdbc.sql(VERSION + "district_id = ? and text_key = ? order by version desc")
                .params(district, key)
                .query((row, index) -> version(row))
                .list();
        return new TextRules.Past(
                all.isEmpty() ? null : all.getFirst().body(),
                all.stream()
                        .flatMap(version -> Optional.ofNullable(version.body()).stream())
                        .distinct()
                        .toList());
    }

    /** Adds a publishing; a second one of the same number is a duplicate key. */
    void add(long district, String key, int number, @Nullable String body, int answers, long by) {
        jdbc.sql("insert into training_text (district_id, text_key, version, body, answers, published_at,"
                        + " published_by) values (?, ?, ?, ?, ?, ?, ?)")
                .param(district)
                .param(key)
                .param(number)
                .param(body)
                .param(answers)
                .param(now())
                .param(by)
                .update();
    }

    /** Keys of the texts that have a draft. */
    List<String> drafts(long district) {
        return jdbc.sql("select text_key from training_text_draft where district_id = ?")
                .param(district)
                .query((row, index) -> row.getString("text_key"))
                .list();
    }

    Optional<Draft> draft(long district, String key) {
        return jdbc.sql("select text_key, body, revision, changed_at, changed_by from training_text_draft"
                        + " where district_id = ? and text_key = ?")
                .params(district, key)
                .query((row, index) -> new Draft(
                        row.getString("text_key"),
                        row.getString("body"),
                        row.getInt("revision"),
                        Utc.require(row, "changed_at"),
                        row.getLong("changed_by")))
                .optional();
    }

    /** Keeps a draft over the revision that its writer saw; whether nobody had saved another one meanwhile. */
    boolean keep(long district, String key, String body, int seen, long by) {
        if (seen == 0) {
            return begin(district, key, body, by);
        }
        return 1
                == jdbc.sql("update training_text_draft set body = ?, revision = revision + 1, changed_at = ?,"
                                + " changed_by = ? where district_id = ? and text_key = ? and revision = ?")
                        .params(body, now(), by, district, key, seen)
                        .update();
    }

    private boolean begin(long district, String key, String body, long by) {
        try {
            jdbc.sql("insert into training_text_draft (district_id, text_key, body, revision, changed_at, changed_by)"
                            + " values (?, ?, ?, 1, ?, ?)")
                    .params(district, key, body, now(), by)
                    .update();
            return true;
        } catch (DuplicateKeyException begunMeanwhile) {
            return false;
        }
    }

    /** Drops a draft of this revision; whether it was there. Nobody drops what they have not seen. */
    boolean drop(long district, String key, int revision) {
        return 1
                == jdbc.sql("delete from training_text_draft where district_id = ? and text_key = ? and revision = ?")
                        .params(district, key, revision)
                        .update();
    }

    private LocalDateTime now() {
        return Utc.of(clock.instant());
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getString("text_key"),
                row.getInt("version"),
                row.getString("body"),
                row.getInt("answers"),
                Utc.require(row, "published_at"),
                row.getLong("published_by"));
    }
}
