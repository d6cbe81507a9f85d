package org.peercoach.course.session;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.Annotation;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands who makes the request to the controllers whose parameter asks for that by an annotation. */
public final class CurrentArgument<T> implements HandlerMethodArgumentResolver {

    private final Class<? extends Annotation> annotation;
    private final Class<T> type;
    private final Function<HttpServletRequest, T> who;

    /** @param who throws where the request is nobody's */
    public CurrentArgument(Class<? extends Annotation> annotation, Class<T> type, Function<HttpServletRequest, T> who) {
        this.annotation = annotation;
        this.type = type;
        this.who = who;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(annotation) && parameter.getParameterType() == type;
    }

    @Override
    public T resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servletRequest = request.getNativeRequest(HttpServletRequest.class);
        if (servletRequest == null) {
            throw new IllegalStateException("not a servlet request");
        }
        return who.apply(servletRequest);
    }
}
