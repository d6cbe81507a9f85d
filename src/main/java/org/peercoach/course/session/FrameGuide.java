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

    /** A page whose model holds this has neither menu nor footer: it stands in a dialog of the LMS (UX 8). */
    public static final String BARE = "bare";

    private final List<ActivityProvider> providers;
    private final Tabs tabs;
    private final MessageSource messages;

    FrameGuide(List<ActivityProvider> providers, Tabs tabs, MessageSource messages) {
        this.providers = providers;
        this.tabs = tabs;
        this.messages = messages;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")) {
            return;
        }
        if (page.getModel().containsKey(BARE)) {
            return;
        }
        Visitor.of(request).ifPresent(visitor -> {
            page.addObject("tab", tabs.of(request, visitor.session()));
            Member member = visitor.member();
            if (member != null) {
                page.addObject("frame", frame(member, request));
            }
        });
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
        return innermost(menu);
    }

    /** A page inside the pages of two entries belongs to the one that is nearer. */
    private static List<PageFrame.Entry> innermost(List<PageFrame.Entry> menu) {
        int longest = menu.stream()
                .filter(PageFrame.Entry::current)
                .mapToInt(entry -> entry.path().length())
                .max()
                .orElse(0);
        return menu.stream()
                .map(entry -> new PageFrame.Entry(
                        entry.title(),
                        entry.path(),
                        entry.current() && entry.path().length() == longest))
                .toList();
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
