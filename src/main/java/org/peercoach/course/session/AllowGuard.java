package org.peercoach.course.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Allow;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.shared.ProblemPage;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Enforces {@link Allow} on every handler of a course's pages; one without it is closed to everybody. */
@Component
class AllowGuard implements HandlerInterceptor {

    private final MessageSource messages;

    AllowGuard(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true; // no page of a room: ends as "not here"
        }
        Member member = Visitor.memberOf(request).orElseThrow();
        List<MemberRole> allowed = allowed(method);
        if (!allowed.contains(member.role())) {
            throw refusal(request, member, allowed).thrown();
        }
        return true;
    }

    static List<MemberRole> allowed(HandlerMethod method) {
        @Nullable Allow onMethod = method.getMethodAnnotation(Allow.class);
        Allow allow = onMethod == null ? method.getBeanType().getAnnotation(Allow.class) : onMethod;
        return allow == null ? List.of() : Arrays.asList(allow.value());
    }

    private ProblemPage refusal(HttpServletRequest request, Member member, List<MemberRole> allowed) {
        Locale locale = RequestContextUtils.getLocale(request);
        String needed = allowed.stream().map(role -> word(role, locale)).collect(Collectors.joining(", "));
        String key = allowed.isEmpty() ? "course.problem.closed" : "course.problem.wrong-role";
        return ProblemPage.of(HttpStatus.FORBIDDEN, "WRONG-ROLE", key)
                .withArgs(needed, word(member.role(), locale))
                .withKeptText(KeptText.of(request))
                .withWayOut(member.path("/why"));
    }

    private String word(MemberRole role, Locale locale) {
        return messages.getMessage("course.role." + role, null, locale);
    }
}
