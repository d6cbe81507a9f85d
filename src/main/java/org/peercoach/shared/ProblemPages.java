package org.peercoach.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.peercoach.shared.time.Times;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Renders {@link ProblemPage}s, from filters as well as from controllers. */
@Component
public class ProblemPages {

    private final ThymeleafViewResolver views;
    private final ResourceUrlProvider resources;
    private final Settings settings;
    private final Clock clock;
    private final MessageSource messages;
    private final LocaleResolver languages;

    ProblemPages(
            ThymeleafViewResolver views,
            ResourceUrlProvider resources,
            MessageSource messages,
            LocaleResolver languages,
            Settings settings,
            Clock clock) {
        this.languages = languages;
        this.resources = resources;
        this.messages = messages;
        this.views = views;
        this.settings = settings;
        this.clock = clock;
    }

    /** Words of a problem page, its arguments filled in. */
    public record Text(String title, String text, String todo, String at) {}

    /** Writes the page as the whole answer, with its status and its frame origins. */
    public void render(ProblemPage page, HttpServletRequest request, HttpServletResponse response) {
        try {
            if (!page.frameOrigins().isEmpty()) { // otherwise what the request's own session allowed stays
                PageSecurity.allowFrames(request, page.frameOrigins());
            }
            response.setStatus(page.status().value());
            response.setHeader("Cache-Control", "no-store");
            show("error/problem", model(page, languages.resolveLocale(request)), request, response);
        } catch (RuntimeException e) {
            throw new IllegalStateException("cannot show problem " + page.code() + " " + page.reference(), e);
        }
    }

    /** Renders a template out of a filter, where no controller does it; status and headers are the caller's. */
    public void show(
            String template, Map<String, Object> model, HttpServletRequest request, HttpServletResponse response) {
        try {
            View view = views.resolveViewName(template, languages.resolveLocale(request));
            if (view == null) {
                throw new IllegalStateException("no template " + template);
            }
            view.render(model, request, new VersionedLinks(response, resources));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("cannot show " + template, e);
        }
    }

    private Map<String, Object> model(ProblemPage page, Locale locale) {
        Object[] args = page.args().toArray();
        Instant now = clock.instant();
        Times times = new Times(locale, ZoneOffset.UTC, null);
        Text text = new Text(
                messages.getMessage(page.key() + ".title", args, locale),
                messages.getMessage(page.key() + ".text", args, locale),
                messages.getMessage(page.key() + ".todo", args, locale),
                times.moment(now) + " " + times.zoneName());
        return Map.of("problem", page, "text", text, "at", now, "contact", settings.contact());
    }
}
