package org.peercoach.course.placing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.ActivityProvider;
import org.peercoach.course.Allow;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.session.FrameGuide;
import org.peercoach.lti.DeepLinkingService;
import org.peercoach.lti.DeepLinkingService.Words;
import org.peercoach.shared.PageSecurity;
import org.peercoach.shared.ProblemPage;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The picker. Open to whoever the launch has let in, whatever their role here: the request is that member's own, and to
 * everybody else it is not here.
 */
@Controller
@Allow({MemberRole.TRAINER, MemberRole.COACH, MemberRole.PARTICIPANT, MemberRole.LEADER, MemberRole.OBSERVER})
class PickController {

    /** Enough to read the one line that an LMS does not show. */
    private static final int READING_MILLIS = 4000;

    private final Pickings pickings;
    private final Shelves shelves;
    private final PlacedLinks placed;
    private final Placing placing;
    private final MessageSource messages;

    PickController(Pickings pickings, Shelves shelves, PlacedLinks placed, Placing placing, MessageSource messages) {
        this.pickings = pickings;
        this.shelves = shelves;
        this.placed = placed;
        this.placing = placing;
        this.messages = messages;
    }

    /** Activities under one heading. */
    public record ShelfView(String title, List<ItemRow> items) {}

    /**
     * One box to tick.
     *
     * @param points of its column, or null for none
     * @param placed whether a link of the course opens it already
     */
    public record ItemRow(
            String key,
            String title,
            String about,
            @Nullable Integer points,
            boolean placed,
            boolean chosen) {}

    /**
     * The form.
     *
     * @param column whether the LMS makes a column with a link
     * @param fault message key of what is wrong with the pick, or null
     */
    public record PickView(
            String action,
            String courseTitle,
            List<ShelfView> shelves,
            boolean multiple,
            boolean column,
            boolean moodle,
            @Nullable String fault) {}

    /**
     * The page that goes back to the LMS by itself.
     *
     * @param url where it is posted to
     * @param jwt the signed answer
     * @param titles what is added; empty for nothing
     * @param pause milliseconds before it goes by itself
     */
    public record AnswerView(String url, String name, String jwt, List<String> titles, int pause) {}

    @GetMapping("/c/{course}/pick/{id}")
    String picker(@CurrentMember Member member, @PathVariable long id, Model model) {
        return picker(member, open(member, id), List.of(), null, model);
    }

    @PostMapping("/c/{course}/pick/{id}")
    String add(
            @CurrentMember Member member,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable List<String> item,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Picking picking = open(member, id);
        List<String> keys = item == null ? List.of() : item;
        List<Choice> choices = shelves.choices(member, keys);
        String fault = fault(picking, choices);
        if (fault != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return picker(member, picking, keys, fault, model);
        }
        String signed = placing.add(picking, member, choices);
        List<String> titles =
                choices.stream().map(choice -> choice.activity().title()).toList();
        return back(picking, signed, titles, request, model);
    }

    @PostMapping("/c/{course}/pick/{id}/cancel")
    String cancel(
            @CurrentMember Member member,
            @PathVariable long id,
            Model model,
            Locale locale,
            HttpServletRequest request) {
        Picking picking = open(member, id);
        Words words = picking.wish().takesLinks()
                ? Words.saying(words("course.pick.nothing", locale))
                : Words.failing(words("course.pick.no-links.answer", locale), "accept_types has no ltiResourceLink");
        return back(picking, placing.leave(picking, member, words), List.of(), request, model);
    }

    private Picking open(Member member, long id) {
        Picking picking = pickings.find(id, member).orElseThrow(ProblemPage::notHere);
        if (picking.state() != Picking.State.OPEN) {
            throw Placing.over(picking.state());
        }
        return picking;
    }

    private static @Nullable String fault(Picking picking, List<Choice> choices) {
        if (!picking.wish().takesLinks()) {
            return "course.pick.no-links.title";
        }
        if (choices.isEmpty()) {
            return "course.pick.fault.none";
        }
        return choices.size() > 1 && !picking.wish().multiple() ? "course.pick.fault.many" : null;
    }

    private String picker(Member member, Picking picking, List<String> keys, @Nullable String fault, Model model) {
        Set<String> there = placed.of(member.course());
        List<ShelfView> views = shelves.all(member).stream()
                .map(shelf -> new ShelfView(
                        shelf.title(),
                        shelf.items().stream()
                                .map(item -> row(item, there, keys))
                                .toList()))
                .toList();
        Picking.Wish wish = picking.wish();
        model.addAttribute(
                "pick",
                new PickView(
                        member.path("/pick/" + picking.id()),
                        member.courseTitle(),
                        views,
                        wish.multiple(),
                        wish.lineItem(),
                        picking.onMoodle(),
                        fault));
        model.addAttribute(FrameGuide.BARE, true);
        return wish.takesLinks() ? "course/pick" : "course/pick-no-links";
    }

    private static ItemRow row(ActivityProvider.Item item, Set<String> there, List<String> keys) {
        String key = item.activity().key();
        return new ItemRow(
                key,
                item.activity().title(),
                item.about(),
                item.activity().scoreMaximum(),
                there.contains(key),
                keys.contains(key));
    }

    /** The only page whose form may leave for the LMS, and for nowhere else (ruling 31). */
    private static String back(
            Picking picking, String signed, List<String> titles, HttpServletRequest request, Model model) {
        PageSecurity.allowFormsTo(request, picking.returnOrigin());
        int pause = titles.isEmpty() ? READING_MILLIS : 0;
        model.addAttribute(
                "answer", new AnswerView(picking.returnUrl(), DeepLinkingService.PARAMETER, signed, titles, pause));
        model.addAttribute(FrameGuide.BARE, true);
        return "course/pick-answer";
    }

    private String words(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
