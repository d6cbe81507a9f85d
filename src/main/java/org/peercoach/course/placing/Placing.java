package org.peercoach.course.placing;

import java.util.List;
import java.util.stream.Collectors;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.Member;
import org.peercoach.course.launch.Purpose;
import org.peercoach.course.launch.Purposes;
import org.peercoach.lti.DeepLinkingService;
import org.peercoach.lti.DeepLinkingService.Answer;
import org.peercoach.lti.DeepLinkingService.Words;
import org.peercoach.shared.ProblemPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives the one answer to a request of the LMS. Nothing of what was picked is made here: the LMS may never make the link
 * (LTI-D12), and the first launch of one brings all that is needed.
 */
@Component
class Placing {

    private final Pickings pickings;
    private final PlacedLinks links;
    private final DeepLinkingService answers;
    private final Purposes purposes;
    private final AuditTrail audit;

    Placing(Pickings pickings, PlacedLinks links, DeepLinkingService answers, Purposes purposes, AuditTrail audit) {
        this.pickings = pickings;
        this.links = links;
        this.answers = answers;
        this.purposes = purposes;
        this.audit = audit;
    }

    /** The signed answer with these links. A course without a purpose is a training course from now on (ruling 8). */
    @Transactional
    public String add(Picking picking, Member member, List<Choice> choices) {
        String signed = answer(
                picking,
                member,
                new Answer(picking.data(), links.links(member.course(), choices, picking.wish()), Words.NONE));
        if (choices.stream().anyMatch(Choice::training)
                && purposes.of(member.course()).isEmpty()) {
            purposes.decide(member.course(), Purpose.TRAINING);
        }
        String keys = choices.stream().map(choice -> choice.activity().key()).collect(Collectors.joining(" "));
        audit.note(AuditEntry.ofPerson(member.district(), member.person(), "placing.picked", null, keys)
                .inCourse(member.course().value()));
        return signed;
    }

    /** The signed answer without any link (LTI-D6). */
    @Transactional
    public String leave(Picking picking, Member member, Words words) {
        return answer(picking, member, new Answer(picking.data(), List.of(), words));
    }

    private String answer(Picking picking, Member member, Answer answer) {
        String signed = answers.sign(picking.target(), answer);
        if (!pickings.answer(picking, member)) {
            throw over(Picking.State.ANSWERED);
        }
        return signed;
    }

    /** Why this request takes no answer any more. */
    static ProblemPage.Thrown over(Picking.State state) {
        boolean late = state == Picking.State.LATE;
        return ProblemPage.of(
                        HttpStatus.GONE,
                        late ? "PICK-LATE" : "PICK-ANSWERED",
                        late ? "course.pick.problem.late" : "course.pick.problem.answered")
                .thrown();
    }
}
