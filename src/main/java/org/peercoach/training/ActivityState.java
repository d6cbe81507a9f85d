package org.peercoach.training;

import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What one member has done in one activity. The draft is what stands in the form and is saved while typing; the answer
 * is what was handed in. Once complete it stays complete, and the answer keeps the content's version it belongs to.
 */
@Entity
@DynamicUpdate // who was there or what was decided never writes a text
@Table(name = "training_activity_state")
class ActivityState {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long courseId;
    private long memberId;
    private String activityId = "";
    private int contentVersion;

    @Convert(converter = AnswerJson.class)
    private Answer draft = Answer.NONE;

    @Convert(converter = AnswerJson.class)
    private Answer answer = Answer.NONE;

    private boolean shared;
    private @Nullable String writer;
    private int version;

    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant startedAt = Instant.EPOCH;

    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant changedAt = Instant.EPOCH;

    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private @Nullable Instant completedAt;

    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private @Nullable Instant attendedAt;

    @Embedded
    private @Nullable Decision decision;

    @Embedded
    private Versions versions = Versions.NONE;

    protected ActivityState() {}

    /** Of a row without its texts. */
    ActivityState(ResultSet row) throws SQLException {
        id = row.getLong("id");
        courseId = row.getLong("course_id");
        memberId = row.getLong("member_id");
        activityId = row.getString("activity_id");
        contentVersion = row.getInt("content_version");
        shared = row.getBoolean("shared");
        version = row.getInt("version");
        startedAt = Utc.require(row, "started_at");
        changedAt = Utc.require(row, "changed_at");
        completedAt = Utc.read(row, "completed_at");
        attendedAt = Utc.read(row, "attended_at");
        decision = Decision.of(row);
        versions = Versions.of(row);
    }

    /** The state of an activity that nobody has opened yet. */
    static ActivityState untouched(String activityId, int contentVersion) {
        ActivityState state = new ActivityState();
        state.activityId = activityId;
        state.contentVersion = contentVersion;
        return state;
    }

    /** Whether keeping this entry would overwrite a text that another tab has saved meanwhile. */
    boolean conflictsWith(Entry entry, Work work) {
        return entry.version() != version
                && !entry.writer().equals(writer)
                && work.written().anyMatch(field -> overwrites(field, entry));
    }

    /** Whether something else stands there than what is sent. */
    boolean overwrites(String field, Entry entry) {
        String sent = entry.fields().get(field);
        String kept = draft.text(field);
        return sent != null && !kept.isBlank() && !kept.equals(sent);
    }

    /** Keeps what stands in the form. Taking a shared entry back works at once; sharing takes a hand-in. */
    void keepDraft(Answer fields, Entry entry, Instant now) {
        if (fields.isEmpty()) {
            return;
        }
        draft = draft.with(fields);
        shared = shared && wantsToShare();
        touch(entry.writer(), now);
    }

    /** Takes an answer that counts; {@code complete} says whether it fulfills the rule. */
    void handIn(Answer handedIn, boolean complete, Hand hand) {
        answer = handedIn;
        contentVersion = hand.contentVersion();
        shared = wantsToShare();
        if (complete && completedAt == null) {
            completedAt = hand.at();
        }
        touch(hand.writer(), hand.at());
    }

    /** Counts a new version of a worksheet; one that trainers see waits for them from now on. */
    void countVersion(boolean marked) {
        versions = versions.next(changedAt, marked);
    }

    /** What a trainer says of the last version: "not yet" makes it count no more. Null takes the word back. */
    void judge(@Nullable Verdict given) {
        versions = versions.judged(given);
        if (given == Verdict.NOT_YET) {
            completedAt = null;
        } else if (completedAt == null) {
            completedAt = versions.lastAt();
        }
    }

    /** Who hands in which version of the content, and when. */
    record Hand(int contentVersion, String writer, Instant at) {}

    private boolean wantsToShare() {
        return draft.text(Answer.SHARE).equals("trainer");
    }

    private void touch(String by, Instant now) {
        writer = by;
        version++;
        changedAt = now;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("not saved yet");
        }
        return id;
    }

    long memberId() {
        return memberId;
    }

    String activityId() {
        return activityId;
    }

    int contentVersion() {
        return contentVersion;
    }

    Answer draft() {
        return draft;
    }

    Answer answer() {
        return answer;
    }

    boolean shared() {
        return shared;
    }

    int version() {
        return version;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    /** When what counts made it complete: a trainer's decision before all, else the work or being there. */
    @Nullable
    Instant completedAt() {
        if (decision != null) {
            return decision.complete() ? decision.at() : null;
        }
        return completedAt == null ? attendedAt : completedAt;
    }

    Versions versions() {
        return versions;
    }

    /** When the last version of a worksheet was handed in, or null. */
    @Nullable
    Instant handedInAt() {
        return versions.lastAt();
    }

    /** Whether a trainer said "not yet" to the last version. */
    boolean notYet() {
        return versions.notYet();
    }

    /** Whether the last version waits for a trainer's word. */
    boolean waits() {
        return versions.waiting();
    }

    boolean complete() {
        return completedAt() != null;
    }

    /** Whether the work itself fulfills the rule, whatever a trainer decided. */
    boolean completeByWork() {
        return completedAt != null;
    }

    /** When the person was there as it was held live, or null. */
    @Nullable
    Instant attendedAt() {
        return attendedAt;
    }

    /** Notes that the person was there; null takes it back. */
    void attend(@Nullable Instant at) {
        attendedAt = at;
    }

    /** What a trainer decided, or null. */
    @Nullable
    Decision decision() {
        return decision;
    }

    /** Whether a trainer decided that it is not complete. */
    boolean held() {
        return decision != null && !decision.complete();
    }

    /** Lets a trainer's decision count instead of the work; null takes it back. */
    void decide(@Nullable Decision counts) {
        decision = counts;
    }

    /** Whether there is anything to come back to. */
    boolean started() {
        return !draft.isEmpty() || !answer.isEmpty();
    }
}
