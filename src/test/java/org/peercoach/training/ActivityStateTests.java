package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a state takes, refuses and keeps. */
class ActivityStateTests {

    private static final Instant NOW = Instant.parse("2026-09-04T15:42:00Z");

    private final ActivityState state = ActivityState.untouched("S1.3", 1);

    @BeforeEach
    void typeInTabA() {
        keep(entry("First words", "me", 0, "aaaa"));
    }

    @Test
    void conflictWhenAnotherTabIsBehindAndTextDiffersThenYes() {
        assertThat(conflicts(entry("Other words", "me", 0, "bbbb"))).isTrue();
    }

    @Test
    void conflictWhenAnotherTabHasSeenTheTextThenNo() {
        assertThat(conflicts(entry("Other words", "me", 1, "bbbb"))).isFalse();
    }

    @Test
    void conflictWhenTheSameTabMissedOurAnswerThenNo() {
        assertThat(conflicts(entry("First words and more", "me", 0, "aaaa"))).isFalse();
    }

    @Test
    void conflictWhenTextIsTheSameThenNo() {
        assertThat(conflicts(entry("First words", "trainer", 0, "bbbb"))).isFalse();
    }

    @Test
    void shareWhenOnlyADraftThenNotYetShared() {
        keep(entry("First words", "trainer", 1, "aaaa"));
        assertThat(state.shared()).isFalse();
    }

    @Test
    void shareWhenHandedInThenSharedAndTakenBackAtOnce() {
        keep(entry("First words", "trainer", 1, "aaaa"));
        handIn("First words", true);
        assertThat(state.shared()).isTrue();
        keep(entry("First words", "me", 3, "aaaa"));
        assertThat(state.shared()).isFalse();
        keep(entry("First words", "trainer", 4, "aaaa"));
        assertThat(state.shared()).isFalse();
    }

    @Test
    void completeWhenHandedInAgainWithLessThenStaysComplete() {
        handIn("Enough", true);
        handIn("Less", false);
        assertThat(state.completedAt()).isEqualTo(NOW);
        assertThat(state.answer().text(Answer.TEXT)).isEqualTo("Less");
    }

    @Test
    void draftWhenNothingOfOursIsSentThenUntouched() {
        int version = state.version();
        state.keepDraft(Answer.NONE, Entry.of(Map.of("writer", "cccc")), NOW);
        assertThat(state.version()).isEqualTo(version);
        assertThat(state.draft().text(Answer.TEXT)).isEqualTo("First words");
    }

    private boolean conflicts(Entry entry) {
        return state.conflictsWith(entry, TestContent.work("S1.3"));
    }

    private void keep(Entry entry) {
        state.keepDraft(entry.draftFor(TestContent.work("S1.3"), state.draft()), entry, NOW);
    }

    private void handIn(String text, boolean complete) {
        state.handIn(Answer.NONE.with(Answer.TEXT, text), complete, new ActivityState.Hand(1, "aaaa", NOW));
    }

    private static Entry entry(String text, String share, int version, String writer) {
        return Entry.of(Map.of("text", text, "share", share, "version", Integer.toString(version), "writer", writer));
    }
}
