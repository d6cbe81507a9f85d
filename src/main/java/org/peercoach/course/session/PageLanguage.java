package org.peercoach.course.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of a page: what the LMS showed the person at the launch ({@code launch_presentation.locale}), else what
 * the browser asks for, each only if there is a bundle of words in it; else English. So the language that a page names
 * and the direction it is written in are those of its words.
 */
@Component("localeResolver")
class PageLanguage implements LocaleResolver {

    private static final String FOUND = PageLanguage.class.getName();

    private final Languages languages;

    PageLanguage(Languages languages) {
        this.languages = languages;
    }

    /** Asked some ten times for each page; what was found once it was clear who asks, stays. */
    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getAttribute(FOUND) instanceof Locale found) {
            return found;
        }
        Optional<Visitor> visitor = Visitor.of(request);
        Locale found = find(request, visitor);
        if (visitor.isPresent()) {
            request.setAttribute(FOUND, found);
        }
        return found;
    }

    private Locale find(HttpServletRequest request, Optional<Visitor> visitor) {
        Stream<Locale> launched =
                visitor.flatMap(one -> Optional.ofNullable(one.language())).map(Locale::forLanguageTag).stream();
        return Stream.concat(launched, asked(request).stream())
                .flatMap(wanted -> languages.spoken(wanted).stream())
                .findFirst()
                .orElseGet(() -> languages.of(null));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the LMS and the browser decide");
    }

    /** Without the header a server's own language would be told, which is nobody's. */
    private static List<Locale> asked(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? List.of() : Collections.list(request.getLocales());
    }
}
