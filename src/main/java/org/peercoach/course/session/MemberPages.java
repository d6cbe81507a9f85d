package org.peercoach.course.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.peercoach.course.CurrentMember;
import org.peercoach.course.Member;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes {@link CurrentMember}, the role guard and the page's frame work for every controller of a course. */
@Configuration
class MemberPages implements WebMvcConfigurer {

    private static final String COURSE_PAGES = "/c/**";

    private final AllowGuard guard;
    private final FrameGuide frames;

    MemberPages(AllowGuard guard, FrameGuide frames) {
        this.guard = guard;
        this.frames = frames;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard).addPathPatterns(COURSE_PAGES);
        registry.addInterceptor(frames).addPathPatterns(COURSE_PAGES, "/my-data/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CurrentArgument<>(CurrentMember.class, Member.class, MemberPages::member));
    }

    /** The member that the session filter has let in; an address outside courses has none. */
    private static Member member(HttpServletRequest request) {
        return Visitor.memberOf(request)
                .orElseThrow(() -> new IllegalStateException("@CurrentMember outside /c/{course}"));
    }
}
