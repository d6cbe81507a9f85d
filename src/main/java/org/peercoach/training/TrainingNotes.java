package org.peercoach.training;

import java.util.List;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.Roster;
import org.peercoach.course.notes.NoteProvider;
import org.springframework.stereotype.Component;

/** Messages of trainers, for the coach's first page and path. */
@Component
class TrainingNotes implements NoteProvider {

    private final Nudges nudges;
    private final Roster roster;

    TrainingNotes(Nudges nudges, Roster roster) {
        this.nudges = nudges;
        this.roster = roster;
    }

    @Override
    public List<Note> notes(Member member) {
        if (member.role() != MemberRole.COACH) {
            return List.of();
        }
        Times times = new Times(member);
        return nudges.open(member).stream()
                .map(nudge -> new Note(
                        roster.member(member.course(), nudge.sender())
                                .map(Member::name)
                                .orElse(""),
                        times.full(nudge.sentAt()),
                        nudge.message(),
                        member.path("/training/nudges/" + nudge.id() + "/dismiss")))
                .toList();
    }
}
