package org.peercoach.training;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
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

    /** In the column "marking": it waits for a trainer. */
    static final int WAITS = 1;

    /** It was marked. */
    static final int MARKED = 2;

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

    private @Nullable Boolean decidedComplete;
    private @Nullable String decidedReason;
    private @Nullable Long decidedBy;

    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private @Nullable Instant decidedAt;

    private @Nullable Instant handedInAt;

    private int versions;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable Verdict verdict;

    private @Nullable Integer marking;

    /** Set where the texts were not read: whether there are any. */
    @Transient
    private @Nullable Boolean begun;

    protected ActivityState() {}

    /** Of a row without its texts; asking for them is a fault. */
    static ActivityState outline(ResultSet row) throws SQLException {
        ActivityState state = new ActivityState();
        state.id = row.getLong("id");
        state.courseId = row.getLong("course_id");
        state.memberId = row.getLong("member_id");
        state.activityId = row.getString("activity_id");
        state.contentVersion = row.getInt("content_version");
        state.shared = row.getBoolean("shared");
        state.version = row.getInt("version");
        state.startedAt = Objects.requireNonNull(instant(row, "started_at"));
        state.changedAt = Objects.requireNonNull(instant(row, "changed_at"));
        state.completedAt = instant(row, "completed_at");
        state.attendedAt = instant(row, "attended_at");
        state.decidedComplete = row.getObject("decided_complete", Boolean.class);
        state.decidedReason = row.getString("decided_reason");
        state.decidedBy = row.getObject("decided_by", Long.class);
        state.decidedAt = instant(row, "decided_at");
        state.handedInAt = instant(row, "handed_in_at");
        state.versions = row.getInt("versions");
        String verdict = row.getString("verdict");
        state.verdict = verdict == null ? null : Verdict.valueOf(verdict);
        state.marking = row.getObject("marking", Integer.class);
        state.begun = row.getBoolean("begun");
        return state;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
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
        versions++;
        handedInAt = changedAt;
        verdict = null;
        marking = marked ? WAITS : null;
    }

    /** What a trainer says of the last version: "not yet" makes it count no more. Null takes the word back. */
    void judge(@Nullable Verdict given) {
        verdict = given;
        marking = given == null ? WAITS : MARKED;
        if (given == Verdict.NOT_YET) {
            completedAt = null;
        } else if (completedAt == null) {
            completedAt = handedInAt;
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
        textsNeeded();
        return draft;
    }

    Answer answer() {
        textsNeeded();
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
        if (decidedComplete != null) {
            return decidedComplete ? decidedAt : null;
        }
        return completedAt == null ? attendedAt : completedAt;
    }

    /** When the last version of a worksheet was handed in, or null. */
    @Nullable
    Instant handedInAt() {
        return handedInAt;
    }

    /** How many versions of a worksheet were handed in. */
    int versions() {
        return versions;
    }

    /** What a trainer said of the last version, or null. */
    @Nullable
    Verdict verdict() {
        return verdict;
    }

    /** Whether a trainer said "not yet" to the last version. */
    boolean notYet() {
        return verdict == Verdict.NOT_YET;
    }

    /** Whether the last version waits for a trainer's word. */
    boolean waits() {
        return marking != null && marking == WAITS;
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
        return decidedComplete == null || decidedReason == null || decidedBy == null || decidedAt == null
                ? null
                : new Decision(decidedComplete, decidedReason, decidedBy, decidedAt);
    }

    /** Lets a trainer's decision count instead of the work; null takes it back. */
    void decide(@Nullable Decision decision) {
        decidedComplete = decision == null ? null : decision.complete();
        decidedReason = decision == null ? null : decision.reason();
        decidedBy = decision == null ? null : decision.by();
        decidedAt = decision == null ? null : decision.at();
    }

    /** Whether there is anything to come back to. */
    boolean started() {
        return begun == null ? !draft.isEmpty() || !answer.isEmpty() : begun;
    }

    private void textsNeeded() {
        if (begun != null) {
            throw new IllegalStateException("read without its texts");
        }
    }
}
