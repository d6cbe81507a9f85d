package org.peercoach.training;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.MemberRole;
import org.peercoach.course.Roster;
import org.peercoach.shared.time.Times;
import org.springframework.stereotype.Component;

/** Reflections that coaches chose to show their trainer. Nobody but a trainer of the same course gets any. */
@Component
class SharedEntries {

    private final Workbook workbook;
    private final Roster roster;
    private final Clock clock;

    SharedEntries(Workbook workbook, Roster roster, Clock clock) {
        this.clock = clock;
        this.workbook = workbook;
        this.roster = roster;
    }

    /** A finished entry, as its author let it be seen. */
    public record SharedRow(String name, String at, String text) {}

    List<SharedRow> of(Member reader, ActivityContent activity) {
        if (reader.role() != MemberRole.TRAINER) {
            return List.of();
        }
        List<ActivityState> entries = workbook.sharedWithTrainer(reader, activity);
        if (entries.isEmpty()) {
            return List.of();
        }
        Map<MemberId, String> names =
                roster.members(reader.course()).stream().collect(Collectors.toMap(Member::id, Member::name));
        Times times = Times.of(reader.zone(), clock.instant());
        return entries.stream()
                .filter(entry -> names.containsKey(new MemberId(entry.memberId())))
                .map(entry -> new SharedRow(
                        names.getOrDefault(new MemberId(entry.memberId()), ""),
                        times.moment(entry.changedAt()),
                        entry.answer().text(Answer.TEXT)))
                .sorted(Comparator.comparing(SharedRow::name))
                .toList();
    }
}
