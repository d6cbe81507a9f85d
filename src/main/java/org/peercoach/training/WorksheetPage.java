package org.peercoach.training;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.Roster;
import org.peercoach.shared.time.Times;
import org.springframework.stereotype.Component;

/** A worksheet for its author: what was handed in, what a trainer said, and who sees it. */
@Component
class WorksheetPage {

    private final Workbook workbook;
    private final Marking marking;
    private final Roster roster;
    private final Clock clock;

    WorksheetPage(Workbook workbook, Marking marking, Roster roster, Clock clock) {
        this.clock = clock;
        this.workbook = workbook;
        this.marking = marking;
        this.roster = roster;
    }

    /**
     * @param seen whether trainers see what is handed in
     * @param partner whether some fields are left out for them
     * @param whenRoom the rule that will hold later, or null
     * @param changed whether the form holds something else than what was handed in
     * @param same whether nothing has changed since a trainer said "not yet"
     * @param waits whether the last version waits for a trainer
     * @param word what a trainer said of the last version, or null
     * @param printPath the page to print
     */
    public record WorksheetView(
            String lead,
            boolean seen,
            boolean partner,
            @Nullable String whenRoom,
            boolean handedIn,
            boolean changed,
            boolean same,
            boolean waits,
            @Nullable WordView word,
            List<VersionRow> versions,
            String printPath) {}

    /** A trainer's word on one version. */
    public record WordView(
            boolean meets, String name, String at, @Nullable String comment) {}

    /** @param word what a trainer said of it, or null */
    public record VersionRow(
            int number,
            String at,
            AnswersPage.AnswersView answers,
            @Nullable WordView word) {}

    WorksheetView of(Member member, ActivityContent activity, ActivityState state, String action) {
        List<FieldGroup> groups = activity.work().groups();
        Work.Room room = activity.room();
        List<VersionRow> versions = versions(member, groups, state, AnswersPage.Reader.AUTHOR);
        boolean changed = FieldEntry.changed(groups, state);
        return new WorksheetView(
                activity.work() instanceof Work.Worksheet worksheet ? worksheet.lead() : "",
                activity.marked(),
                groups.stream().flatMap(group -> group.fields().stream()).anyMatch(Field::partner),
                room == null ? null : room.whenRoom(),
                !state.versions().none(),
                changed,
                !changed && (state.notYet() || state.waits() && sameAgain(versions)),
                state.waits(),
                versions.isEmpty() || state.versions().verdict() == null
                        ? null
                        : versions.getFirst().word(),
                versions,
                action + "/print");
    }

    /** Whether the last version says what the one before said, and that one was not enough. */
    private static boolean sameAgain(List<VersionRow> versions) {
        if (versions.size() < 2) {
            return false;
        }
        WordView word = versions.get(1).word();
        return word != null
                && !word.meets()
                && versions.get(0).answers().equals(versions.get(1).answers());
    }

    /** The versions that were handed in, the latest first, as this reader may see them. */
    List<VersionRow> versions(Member reader, List<FieldGroup> groups, ActivityState state, AnswersPage.Reader as) {
        List<HandIn> handedIn = state.versions().none() ? List.of() : workbook.handedIn(state);
        Map<Long, GivenMark> marks = marking.marks(state);
        Map<MemberId, Member> trainers = roster.members(
                reader.course(), marks.values().stream().map(GivenMark::by).toList());
        Times times = Times.of(reader.zone(), clock.instant());
        return IntStream.range(0, handedIn.size())
                .mapToObj(index -> {
                    HandIn one = handedIn.get(index);
                    return new VersionRow(
                            state.versions().count() - index,
                            times.moment(one.handedInAt()),
                            AnswersPage.filled(groups, one.answer(), as),
                            word(marks.get(one.id()), trainers, times));
                })
                .toList();
    }

    private static @Nullable WordView word(@Nullable GivenMark mark, Map<MemberId, Member> trainers, Times times) {
        return mark == null
                ? null
                : new WordView(
                        mark.verdict() == Verdict.MEETS,
                        name(trainers.get(mark.by())),
                        times.moment(mark.at()),
                        mark.comment());
    }

    private static String name(@Nullable Member trainer) {
        return trainer == null ? "" : trainer.name();
    }
}
