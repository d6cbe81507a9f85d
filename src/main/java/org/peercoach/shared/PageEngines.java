package org.peercoach.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/** An engine for each language that there is a bundle of words in, so that its templates hold the words already. */
@Component
class PageEngines {

    private static final String FOLDER = "templates/";
    private static final Pattern ICON = Pattern.compile("<svg (.*?) th:fragment=\"(\\w+)\\(name\\)\">(.*?)</svg>");
    private static final Pattern ICON_FILE = Pattern.compile("th:href=\"@\\{([^}]+)\\} \\+ '#' \\+ \\$\\{name\\}\"");

    private final MessageSource messages;
    private final ResourceUrlProvider files;
    private final Map<Locale, SpringTemplateEngine> bundles = new ConcurrentHashMap<>();
    private final Map<Locale, SpringTemplateEngine> engines = new ConcurrentHashMap<>();

    PageEngines(MessageSource messages, ResourceUrlProvider files) {
        this.messages = messages;
        this.files = files;
    }

    /** The engine for pages in this language, whatever the country. */
    SpringTemplateEngine of(Locale locale) {
        SpringTemplateEngine known = engines.get(locale);
        if (known == null) {
            known = bundles.computeIfAbsent(bundle(locale), this::engine);
            engines.put(locale, known);
        }
        return known;
    }

    /** Countries have the words of their language, but for those with a bundle of their own. */
    private static Locale bundle(Locale locale) {
        String name = "messages_" + locale.getLanguage() + "_" + locale.getCountry() + ".properties";
        return new ClassPathResource(name).exists() ? locale : Locale.of(locale.getLanguage());
    }

    private SpringTemplateEngine engine(Locale language) {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setEnableSpringELCompiler(true);
        engine.setTemplateEngineMessageSource(messages);
        engine.setLinkBuilder(new PageLinks(files));
        engine.setTemplateResolver(new Resolver(new ReadyTemplate(
                key -> said(key, language), path -> Optional.ofNullable(files.getForLookupPath(path)), icons())));
        return engine;
    }

    private Optional<String> said(String key, Locale language) {
        try {
            return Optional.of(messages.getMessage(key, null, language));
        } catch (NoSuchMessageException e) {
            return Optional.empty();
        }
    }

    /** The fragments of icons, as {@code fragments/ui} has them. */
    Map<String, String> icons() {
        Map<String, String> icons = new HashMap<>();
        Matcher found = ICON.matcher(read("fragments/ui"));
        while (found.find()) {
            String use = ICON_FILE.matcher(found.group(3)).replaceAll(this::iconFile);
            if (!use.contains("th:")) {
                icons.put(found.group(2), "<svg " + found.group(1) + ">" + use + "</svg>");
            }
        }
        return icons;
    }

    private String iconFile(MatchResult found) {
        String address = files.getForLookupPath(found.group(1));
        return Matcher.quoteReplacement(address == null ? found.group() : "href=\"" + address + "#${name}\"");
    }

    private static String read(String template) {
        try {
            return new ClassPathResource(FOLDER + template + ".html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds templates where they always are. */
    private static final class Resolver extends StringTemplateResolver {

        private final ReadyTemplate ready;

        Resolver(ReadyTemplate ready) {
            this.ready = ready;
            setTemplateMode(TemplateMode.HTML);
            setCacheable(true);
        }

        @Override
        protected ITemplateResource computeTemplateResource(
                IEngineConfiguration configuration,
                @Nullable String ownerTemplate,
                String template,
                @Nullable Map<String, Object> attributes) {
            return new StringTemplateResource(ready.of(read(template)));
        }
    }
}
