package org.peercoach.training;

import java.util.List;
import org.peercoach.shared.time.Times;

/** A journal entry: the box as it was left, and what was finished before. */
final class ReflectionPage {

    private ReflectionPage() {}

    /**
     * @param tooShort whether the member wanted to finish with too few words
     * @param unfinishedChange whether the box holds something else than what was finished
     */
    public record ReflectionView(
            String label,
            String help,
            int minWords,
            List<String> begin,
            String text,
            int words,
            boolean tooShort,
            boolean sharing,
            boolean unfinishedChange) {}

    /** A finished version that was changed later. */
    public record EarlierRow(String at, int words, String text) {}

    static ReflectionView of(Work.Reflection reflection, ActivityState state, boolean tooShort) {
        String text = state.draft().text(Answer.TEXT);
        int words = Progress.words(text);
        return new ReflectionView(
                reflection.label(),
                reflection.help(),
                reflection.minWords(),
                reflection.begin(),
                text,
                words,
                tooShort && words < reflection.minWords(),
                state.draft().text(Answer.SHARE).equals("trainer"),
                state.complete() && !text.equals(state.answer().text(Answer.TEXT)));
    }

    /** All but the one that counts. */
    static List<EarlierRow> earlier(List<HandIn> handedIn, Times times) {
        return handedIn.stream().skip(1).map(one -> row(one, times)).toList();
    }

    private static EarlierRow row(HandIn one, Times times) {
        String text = one.answer().text(Answer.TEXT);
        return new EarlierRow(times.moment(one.handedInAt()), Progress.words(text), text);
    }
}
