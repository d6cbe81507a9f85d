package org.peercoach.course.district;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.peercoach.course.session.CurrentArgument;
import org.peercoach.shared.ProblemPage;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes {@link CurrentAdministrator} and the page's frame work for every controller of a district. */
@Configuration
class DistrictPagesSetUp implements WebMvcConfigurer {

    private final DistrictFrame frame;
    private final Administrators administrators;

    DistrictPagesSetUp(DistrictFrame frame, Administrators administrators) {
        this.frame = frame;
        this.administrators = administrators;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(frame).addPathPatterns("/d/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CurrentArgument<>(CurrentAdministrator.class, Administrator.class, this::administrator));
    }

    /** The operator may type any number. */
    private Administrator administrator(HttpServletRequest request) {
        return administrators.of(request).orElseThrow(ProblemPage::notHere);
    }
}
