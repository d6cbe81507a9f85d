package org.peercoach.training;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A finished version of a reflection, or a try of a self-check. Never changed. */
@Entity
@Table(name = "training_handed_in")
class HandIn {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long stateId;
    private int contentVersion;

    @Convert(converter = AnswerJson.class)
    private Answer answer = Answer.NONE;

    private int rightAnswers;
    private @Nullable Integer questions;

    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant handedInAt = Instant.EPOCH;

    protected HandIn() {}

    static HandIn of(ActivityState state, Progress progress) {
        HandIn handIn = new HandIn();
        handIn.stateId = state.id();
        handIn.contentVersion = state.contentVersion();
        handIn.answer = state.answer();
        handIn.rightAnswers = progress.done();
        handIn.questions = progress.of();
        handIn.handedInAt = state.changedAt();
        return handIn;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("not saved yet");
        }
        return id;
    }

    long stateId() {
        return stateId;
    }

    Answer answer() {
        return answer;
    }

    int rightAnswers() {
        return rightAnswers;
    }

    /** How many questions its text had, or null where that was not noted yet. */
    @Nullable
    Integer questions() {
        return questions;
    }

    int contentVersion() {
        return contentVersion;
    }

    Instant handedInAt() {
        return handedInAt;
    }
}
