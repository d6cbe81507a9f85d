package org.peercoach.course.operator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.session.FrameGuide;
import org.peercoach.course.session.Visitor;
import org.peercoach.shared.PageFrame;
import org.peercoach.shared.Settings;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Gives every page of the operator its frame. */
@Configuration
class OperatorFrame implements WebMvcConfigurer {

    private static final String HOME = "/operator";

    private final List<OperatorPageProvider> providers;
    private final MessageSource messages;
    private final Settings settings;

    OperatorFrame(List<OperatorPageProvider> providers, MessageSource messages, Settings settings) {
        this.providers = providers;
        this.messages = messages;
        this.settings = settings;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Frames()).addPathPatterns(HOME, HOME + "/**");
    }

    private final class Frames implements HandlerInterceptor {

        @Override
        public void postHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
            String view = page == null ? null : page.getViewName();
            if (page != null && view != null && !view.startsWith("redirect:")) {
                Visitor.of(request).ifPresent(visitor -> page.addObject("frame", frame(visitor, request)));
            }
        }
    }

    private PageFrame frame(Visitor visitor, HttpServletRequest request) {
        return new PageFrame(
                HOME,
                settings.domain(),
                visitor.name(),
                FrameGuide.initials(visitor.name()),
                "course.operator.all",
                menu(request),
                HOME + "/sign-out",
                HOME);
    }

    private List<PageFrame.Entry> menu(HttpServletRequest request) {
        Locale locale = RequestContextUtils.getLocale(request);
        String open = request.getRequestURI();
        List<PageFrame.Entry> menu = new ArrayList<>();
        menu.add(new PageFrame.Entry(
                messages.getMessage("course.operator.menu", null, locale), HOME, open.equals(HOME)));
        for (OperatorPageProvider provider : providers) {
            for (OperatorPage page : provider.pages()) {
                boolean current = open.equals(page.path()) || open.startsWith(page.path() + "/");
                menu.add(new PageFrame.Entry(messages.getMessage(page.titleKey(), null, locale), page.path(), current));
            }
        }
        return menu;
    }
}
