package org.peercoach.course.district;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.session.FrameGuide;
import org.peercoach.course.session.Tabs;
import org.peercoach.course.session.Visitor;
import org.peercoach.shared.PageFrame;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Gives every page of a district its frame: the menu that the rooms offer there, and who is here. */
@Component
class DistrictFrame implements HandlerInterceptor {

    /** A menu has no more entries than people can take in; the overview leads to all pages. */
    private static final int MOST = 9;

    private final List<DistrictPageProvider> providers;
    private final Administrators administrators;
    private final Tabs tabs;
    private final MessageSource messages;

    DistrictFrame(
            List<DistrictPageProvider> providers, Administrators administrators, Tabs tabs, MessageSource messages) {
        this.providers = providers;
        this.administrators = administrators;
        this.tabs = tabs;
        this.messages = messages;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")) {
            return;
        }
        Visitor.of(request)
                .map(Visitor::session)
                .filter(session -> session.place().district()) // the operator's belongs to no window of an LMS
                .ifPresent(session -> page.addObject("tab", tabs.of(request, session)));
        administrators.of(request).ifPresent(administrator -> page.addObject("frame", frame(administrator, request)));
    }

    private PageFrame frame(Administrator administrator, HttpServletRequest request) {
        return new PageFrame(
                administrator.path(""),
                administrator.districtName(),
                administrator.name(),
                FrameGuide.initials(administrator.name()),
                administrator.operator() ? "course.operator.all" : "course.role.ADMINISTRATOR",
                menu(administrator, request),
                administrator.operator() ? "/operator/sign-out" : administrator.path("/sign-out"),
                administrator.path(""));
    }

    private List<PageFrame.Entry> menu(Administrator administrator, HttpServletRequest request) {
        Locale locale = RequestContextUtils.getLocale(request);
        String open = request.getRequestURI();
        List<PageFrame.Entry> menu = new ArrayList<>();
        String home = administrator.path("");
        if (administrator.operator()) {
            menu.add(
                    new PageFrame.Entry(messages.getMessage("course.operator.menu", null, locale), "/operator", false));
        }
        menu.add(new PageFrame.Entry(
                messages.getMessage("course.district.menu", null, locale), home, open.equals(home)));
        for (DistrictPageProvider provider : providers) {
            for (DistrictPage page : provider.pages()) {
                String path = administrator.path(page.path());
                boolean current = open.equals(path) || open.startsWith(path + "/");
                menu.add(new PageFrame.Entry(messages.getMessage(page.titleKey(), null, locale), path, current));
            }
        }
        return menu.subList(0, Math.min(MOST, menu.size()));
    }
}
