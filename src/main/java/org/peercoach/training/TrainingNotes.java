package org.peercoach.training;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.MemberRole;
import org.peercoach.course.Roster;
import org.peercoach.course.notes.NoteProvider;
import org.peercoach.shared.time.Times;
import org.springframework.stereotype.Component;

/** Messages of trainers, for the coach's first page and path. */
@Component
class TrainingNotes implements NoteProvider {

    private final Nudges nudges;
    private final Roster roster;
    private final Clock clock;

    TrainingNotes(Nudges nudges, Roster roster, Clock clock) {
        this.clock = clock;
        this.nudges = nudges;
        this.roster = roster;
    }

    @Override
    public List<Note> notes(Member member) {
        if (member.role() != MemberRole.COACH) {
            return List.of();
        }
        Times times = Times.of(member.zone(), clock.instant());
        List<Nudges.Nudge> open = nudges.open(member);
        Map<MemberId, Member> senders = roster.members(
                member.course(), open.stream().map(Nudges.Nudge::sender).toList());
        return open.stream()
                .map(nudge -> new Note(
                        Optional.ofNullable(senders.get(nudge.sender()))
                                .map(Member::name)
                                .orElse(""),
                        times.moment(nudge.sentAt()),
                        nudge.message(),
                        member.path("/training/nudges/" + nudge.id() + "/dismiss")))
                .toList();
    }
}
