package org.peercoach.survey;

import java.util.EnumSet;
import java.util.Set;
import org.peercoach.course.MemberRole;

/** What a questionnaire is for; from it follows who answers it. The names stand in the content files. */
enum InstrumentKind {
    /** A coach's own skills, before and after. */
    COACH_SKILLS(true, EnumSet.of(MemberRole.COACH)),
    /** What teachers can do and where they want help. */
    NEEDS(true, EnumSet.of(MemberRole.COACH, MemberRole.PARTICIPANT)),
    /** What people say of the program; items that do not fit are left out. */
    PROGRAMME_SURVEY(false, EnumSet.of(MemberRole.COACH, MemberRole.PARTICIPANT, MemberRole.LEADER));

    private final boolean complete;
    private final Set<MemberRole> answeredBy;

    InstrumentKind(boolean complete, Set<MemberRole> answeredBy) {
        this.complete = complete;
        this.answeredBy = answeredBy;
    }

    /** Whether every item needs an answer; otherwise people may say that it does not fit them. */
    boolean complete() {
        return complete;
    }

    boolean isAnsweredBy(MemberRole role) {
        return answeredBy.contains(role);
    }

    /** Whether a partner may let a coach see the answers. */
    boolean shareable(MemberRole role) {
        return this == NEEDS && role == MemberRole.PARTICIPANT;
    }
}
