package org.peercoach.survey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.shared.time.Times;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The surveys of a course: what I am asked, and, for trainers and leaders, how far all together are. */
@Controller
@Allow({MemberRole.COACH, MemberRole.PARTICIPANT, MemberRole.LEADER, MemberRole.TRAINER})
class SurveysController {

    private final SurveyDesk desk;
    private final Responses responses;
    private final Openings openings;

    SurveysController(SurveyDesk desk, Responses responses, Openings openings) {
        this.desk = desk;
        this.responses = responses;
        this.openings = openings;
    }

    /** A survey that the person answers. @param path null where there is nothing to open */
    public record MineRow(
            String title,
            String waveKey,
            int minutes,
            @Nullable String until,
            @Nullable String path,
            String kind,
            String icon,
            String key) {}

    /**
     * A survey as a whole.
     *
     * @param answered how many have handed it in
     * @param enough whether so many that something may be shown
     * @param act {@code close}, {@code reopen}, or null where it is not the reader's
     */
    public record WholeRow(
            String title,
            String waveKey,
            String phaseKey,
            @Nullable String until,
            int answered,
            boolean enough,
            String path,
            @Nullable String act) {}

    @GetMapping("/c/{course}/surveys")
    String surveys(@CurrentMember Member member, Model model) {
        Instant now = desk.now();
        List<Survey> all = desk.all(member);
        boolean whole = member.role() == MemberRole.TRAINER || member.role() == MemberRole.LEADER;
        model.addAttribute("member", member);
        model.addAttribute(
                "mine",
                all.stream()
                        .filter(survey -> survey.asksMember() && (survey.byTrainer() || survey.begun()))
                        .map(survey -> mine(member, survey, now))
                        .toList());
        Map<Long, Integer> counts = whole ? responses.handedIn(member.course()) : Map.of();
        model.addAttribute(
                "wholes",
                whole
                        ? all.stream()
                                .filter(survey ->
                                        member.role() == MemberRole.TRAINER || survey.administration() != null)
                                .map(survey -> whole(member, survey, counts, now))
                                .toList()
                        : null);
        model.addAttribute("offers", member.role() == MemberRole.TRAINER ? openings.offers(all) : List.of());
        model.addAttribute("form", openings.empty());
        return "survey/surveys";
    }

    private static MineRow mine(Member member, Survey survey, Instant now) {
        Administration.Phase phase = survey.phase(now);
        String path = member.path(survey.key().path());
        String[] mark = mark(survey, phase);
        boolean open = phase == Administration.Phase.OPEN;
        boolean leads = survey.handedIn() ? !survey.anonymous() : open || survey.begun();
        Administration administration = survey.administration();
        return new MineRow(
                survey.instrument().title(),
                survey.waveKey(),
                survey.instrument().minutes(),
                administration == null || survey.asWork() || phase != Administration.Phase.OPEN
                        ? null
                        : Times.of(member.zone(), now).dayOrNull(administration.lastMoment()),
                !leads ? null : survey.handedIn() || !open ? path + "/result" : path,
                mark[0],
                mark[1],
                mark[2]);
    }

    private static String[] mark(Survey survey, Administration.Phase phase) {
        if (survey.handedIn()) {
            return new String[] {"ok", "done", "survey.mark.handed-in"};
        }
        return switch (phase) {
            case SOON -> new String[] {"plain", "lock", "survey.mark.soon"};
            case CLOSED -> new String[] {"plain", "lock", "survey.mark.closed"};
            case OPEN ->
                survey.begun()
                        ? new String[] {"info", "started", "survey.mark.begun"}
                        : new String[] {"ask", "forward", "survey.mark.open"};
        };
    }

    private static WholeRow whole(Member member, Survey survey, Map<Long, Integer> counts, Instant now) {
        Administration administration = survey.administration();
        int answered = administration == null ? 0 : counts.getOrDefault(administration.id(), 0);
        Administration.Phase phase = survey.phase(now);
        Times times = Times.of(member.zone(), now);
        boolean mine = member.role() == MemberRole.TRAINER && survey.byTrainer();
        return new WholeRow(
                survey.instrument().title(),
                survey.waveKey(),
                "survey.phase." + phase,
                administration == null
                        ? null
                        : times.dayOrNull(
                                phase == Administration.Phase.SOON
                                        ? administration.opensAt()
                                        : administration.lastMoment()),
                answered,
                answered >= Figures.FEWEST,
                member.path(survey.key().path()),
                !mine ? null : phase == Administration.Phase.CLOSED ? "reopen" : "close");
    }
}
