package org.peercoach.course.district;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.ProblemPage;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
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
        resolvers.add(new AdministratorArgument());
    }

    private final class AdministratorArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.hasParameterAnnotation(CurrentAdministrator.class)
                    && parameter.getParameterType() == Administrator.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            HttpServletRequest servletRequest = request.getNativeRequest(HttpServletRequest.class);
            if (servletRequest == null) {
                throw new IllegalStateException("not a servlet request");
            }
            return administrators
                    .of(servletRequest)
                    .orElseThrow(ProblemPage::notHere); // the operator may type any number
        }
    }
}
