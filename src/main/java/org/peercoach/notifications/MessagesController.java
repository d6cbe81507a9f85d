package org.peercoach.notifications;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.notifications.Addressee.Source;
import org.peercoach.notifications.Addressee.Wishes;
import org.peercoach.shared.time.Times;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Messages to me": what each member gets by mail, and where. The trainer's switch for a cohort stands here, too. */
@Controller
@Allow({MemberRole.TRAINER, MemberRole.COACH, MemberRole.PARTICIPANT, MemberRole.LEADER, MemberRole.OBSERVER})
class MessagesController {

    static final String PAGE = "/messages";
    private static final String PATH = "/c/{course}" + PAGE;
    private static final String NOTICE = "notice";
    /** The choice of no mail at all. */
    private static final String OFF = "OFF";

    private final Addressees addressees;
    private final Proposals proposals;
    private final Pauses pauses;
    private final SentMails sentMails;
    private final MailPost post;

    MessagesController(Addressees addressees, Proposals proposals, Pauses pauses, SentMails sentMails, MailPost post) {
        this.addressees = addressees;
        this.proposals = proposals;
        this.pauses = pauses;
        this.sentMails = sentMails;
        this.post = post;
    }

    /**
     * @param on whether this installation sends mail at all
     * @param state key of the one line that says how it is
     * @param to where mails go now, or null
     * @param chosen LMS, OWN or OFF
     */
    public record MessagesView(
            boolean on,
            String state,
            @Nullable String to,
            String chosen,
            @Nullable String lms,
            @Nullable String own,
            @Nullable String pending,
            @Nullable String refused,
            boolean reminders,
            boolean messages,
            boolean atOnce) {}

    /** What was typed into the form for an address, and the message key of what is wrong with it, or null. */
    public record AddressForm(String typed, @Nullable String fault) {}

    /** A mail that went, or that did not. */
    public record SentRow(String subject, String when, String stateKey) {}

    @GetMapping(PATH)
    String show(@CurrentMember Member member, Model model) {
        return show(member, new AddressForm("", null), model);
    }

    @PostMapping(PATH)
    String save(
            @CurrentMember Member member,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable String reminders,
            @RequestParam(required = false) @Nullable String messages,
            @RequestParam(defaultValue = "") String when,
            RedirectAttributes flash) {
        Addressee now = addressees.of(member);
        Source source = to.equals(Source.OWN.name()) && now.own() != null
                ? Source.OWN
                : to.equals(Source.LMS.name()) ? Source.LMS : now.wishes().source();
        addressees.wish(
                member.person(),
                new Wishes(source, to.equals(OFF), reminders != null, messages != null, when.equals("now")));
        return back(member, "notifications.saved", flash);
    }

    @PostMapping(PATH + "/address")
    String propose(
            @CurrentMember Member member,
            @RequestParam(defaultValue = "") String address,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        String fault = proposals.propose(member, address.strip()).orElse(null);
        if (fault != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(member, new AddressForm(address, fault), model);
        }
        return back(member, "notifications.proposed", flash);
    }

    @PostMapping(PATH + "/address/remove")
    String remove(@CurrentMember Member member, RedirectAttributes flash) {
        addressees.remove(member.person());
        return back(member, "notifications.removed", flash);
    }

    /** The mail server was wrong, or has changed its mind. */
    @PostMapping(PATH + "/address/again")
    String again(@CurrentMember Member member, RedirectAttributes flash) {
        addressees.tryAgain(member.person());
        return back(member, "notifications.again", flash);
    }

    /** The person has read on the first page that an address does not work. */
    @PostMapping(PATH + "/address/seen")
    String seen(@CurrentMember Member member) {
        addressees.seen(member.person());
        return "redirect:" + member.path("");
    }

    @PostMapping(PATH + "/pause")
    @Allow(MemberRole.TRAINER)
    String pause(@CurrentMember Member trainer, @RequestParam(defaultValue = "") String go, RedirectAttributes flash) {
        boolean paused = !go.equals("on");
        pauses.set(trainer, paused);
        return back(trainer, paused ? "notifications.paused" : "notifications.resumed", flash);
    }

    private static String back(Member member, String said, RedirectAttributes flash) {
        flash.addFlashAttribute(NOTICE, said);
        return "redirect:" + member.path(PAGE);
    }

    private String show(Member member, AddressForm form, Model model) {
        List<SentRow> sent = sentMails.latest(member).stream()
                .map(one -> new SentRow(one.subject(), one.when(), "notifications.sent." + one.state()))
                .toList();
        model.addAttribute("member", member);
        model.addAttribute("mail", view(addressees.of(member)));
        model.addAttribute("form", form);
        model.addAttribute("zone", Times.withYear(member.zone()).zoneName());
        model.addAttribute("sent", sent);
        model.addAttribute("paused", pauses.paused(member.course()));
        return "notifications/messages";
    }

    private MessagesView view(Addressee one) {
        Wishes wishes = one.wishes();
        return new MessagesView(
                post.on(),
                state(one),
                post.on() ? one.address().orElse(null) : null,
                wishes.off() ? OFF : wishes.source().name(),
                one.lms(),
                one.own(),
                one.pending(),
                one.refused(),
                wishes.reminders(),
                wishes.messages(),
                wishes.atOnce());
    }

    private String state(Addressee one) {
        if (!post.on()) {
            return "notifications.state.no-server";
        }
        if (one.wishes().off()) {
            return "notifications.state.off";
        }
        if (one.chosen().isEmpty()) {
            return "notifications.state.no-address";
        }
        return one.address().isEmpty() ? "notifications.state.refused" : "notifications.state.on";
    }
}
