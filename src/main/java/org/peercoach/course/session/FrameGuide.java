package org.peercoach.course.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Activity;
import org.peercoach.course.ActivityProvider;
import org.peercoach.course.Member;
import org.peercoach.shared.PageFrame;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Gives every page of a member its frame: the menu that the rooms offer to this role, and who is here as what. */
@Component
public class FrameGuide implements HandlerInterceptor {

    private final List<ActivityProvider> providers;
    private final HandOvers handOvers;
    private final WaysBack waysBack;
    private final MessageSource messages;

    FrameGuide(
            List<ActivityProvider> providers, HandOvers handOvers, WaysBack waysBack, MessageSource messages) {
        this.providers = providers;
        this.handOvers = handOvers;
        this.waysBack = waysBack;
        this.messages = messages;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")) {
            return;
        }
        Visitor.of(request).ifPresent(visitor -> {
            page.addObject("tab", new Tab(handOvers, visitor.session(), request.getRequestURI(), waysBack.read(request, visitor.session()).orElse(null)));
            Member member = visitor.member();
            if (member != null) {
                page.addObject("frame", frame(member, request));
            }
        });
    }

    /**
     * What a form that opens this page in a new tab posts to {@code /hand-over}: {@code ${tab.ticket}}. A cookie of the
     * frame would not reach the tab. Sealed only by pages that ask for it.
     */
    public static final class Tab {
        private final HandOvers handOvers;
        private final Session session;
        private final String path;
        private final @Nullable String back;

        private Tab(HandOvers handOvers, Session session, String path, @Nullable String back) {
            this.handOvers = handOvers;
            this.session = session;
            this.path = path;
            this.back = back;
        }

        public String getTicket() {
            return handOvers.ticket(session, path, back);
        }

        /** Path that leads back to the LMS, or null where the launch named no address for that. */
        public @Nullable String getLeave() {
            return back == null ? null : session.place().path() + "/leave";
        }
    }

    private PageFrame frame(Member member, HttpServletRequest request) {
        Locale locale = RequestContextUtils.getLocale(request);
        return new PageFrame(
                member.path(""),
                member.courseTitle(),
                member.name(),
                initials(member.name()),
                "course.role." + member.role(),
                menu(member, request.getRequestURI(), locale),
                member.path("/sign-out"),
                member.path("/why"));
    }

    private List<PageFrame.Entry> menu(Member member, String open, Locale locale) {
        List<PageFrame.Entry> menu = new ArrayList<>();
        String today = messages.getMessage("course.menu.today", null, locale);
        menu.add(new PageFrame.Entry(today, member.path(""), open.equals(member.path(""))));
        for (ActivityProvider provider : providers) {
            for (Activity activity : provider.activities(member.role())) {
                if (activity.inMenu()) {
                    String path = member.path(activity.path());
                    boolean current = open.equals(path) || open.startsWith(path + "/");
                    menu.add(new PageFrame.Entry(activity.title(), path, current));
                }
            }
        }
        return menu;
    }

    /** First letters of the first and the last word. */
    public static String initials(String name) {
        String[] words = name.strip().split("\\s+");
        String first = letter(words[0]);
        return words.length == 1 ? first : first + letter(words[words.length - 1]);
    }

    private static String letter(String word) {
        return word.isEmpty() ? "" : Character.toString(Character.toUpperCase(word.codePointAt(0)));
    }
}
