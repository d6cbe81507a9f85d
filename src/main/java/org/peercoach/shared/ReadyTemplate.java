package org.peercoach.shared;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unbescape.html.HtmlEscape;

/**
 * A template in which everything that is the same for all visitors of one language is filled in already: words without
 * arguments, names of our files, icons. Half of what a page asks Thymeleaf to work out is of that kind. What this does not
 * understand stays as it is, and is worked out for each page.
 */
final class ReadyTemplate {

    private static final String NAME = "[A-Za-z][\\w:.-]*";
    private static final String ATTRIBUTES = "(?:\\s+" + NAME + "(?:=\"[^\"]*\")?)*";
    private static final Pattern WORDS = Pattern.compile("<(" + NAME + ")(" + ATTRIBUTES
            + "?)\\s+th:text=\"#\\{([\\w.-]+)\\}\"(" + ATTRIBUTES + ")\\s*>[^<]*</\\1>");
    private static final Pattern TAG = Pattern.compile("<" + NAME + ATTRIBUTES + "\\s*/?>");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\sth:(aria-label|title|data-[a-z-]+)=\"#\\{([\\w.-]+)\\}\"");
    private static final Pattern FILE =
            Pattern.compile("\\sth:(href|src)=\"@\\{(/static/[\\w./-]+)\\}(?: \\+ '(#[a-z-]+)')?\"");
    private static final Pattern ICON =
            Pattern.compile("<svg th:replace=\"~\\{fragments/ui :: (\\w+)\\('([a-z0-9-]+)'\\)\\}\"></svg>");

    private final Function<String, Optional<String>> words;
    private final Function<String, Optional<String>> files;
    private final Map<String, String> icons;

    /**
     * @param words what a key of the bundle says in the language of the template
     * @param files the address of one of our files, given its path below the context
     * @param icons the markup of {@code icon} and {@code arrow}, with {@code ${name}} where the icon's name goes
     */
    ReadyTemplate(
            Function<String, Optional<String>> words,
            Function<String, Optional<String>> files,
            Map<String, String> icons) {
        this.words = words;
        this.files = files;
        this.icons = icons;
    }

    String of(String template) {
        String withIcons = ICON.matcher(template).replaceAll(this::icon);
        String withWords = WORDS.matcher(withIcons).replaceAll(this::element);
        return TAG.matcher(withWords).replaceAll(tag -> Matcher.quoteReplacement(attributes(tag.group())));
    }

    private String icon(MatchResult found) {
        String markup = icons.get(found.group(1));
        return Matcher.quoteReplacement(markup == null ? found.group() : markup.replace("${name}", found.group(2)));
    }

    private String element(MatchResult found) {
        String tag = found.group(1);
        return Matcher.quoteReplacement(said(found.group(3))
                .map(text -> "<" + tag + found.group(2) + found.group(4) + ">" + text + "</" + tag + ">")
                .orElse(found.group()));
    }

    private String attributes(String tag) {
        String named = ATTRIBUTE.matcher(tag).replaceAll(found -> attribute(tag, found, said(found.group(2))));
        return FILE.matcher(named).replaceAll(found -> attribute(named, found, address(found)));
    }

    /** Beside a prototype of the same attribute both would stand in the tag. */
    private static String attribute(String tag, MatchResult found, Optional<String> value) {
        String name = found.group(1);
        boolean once = !tag.contains(" " + name + "=");
        return Matcher.quoteReplacement(value.filter(given -> once)
                .map(given -> " " + name + "=\"" + given + "\"")
                .orElse(found.group()));
    }

    /** As Thymeleaf escapes; what it would take for an expression, or leave out, is left to it. */
    private Optional<String> said(String key) {
        return words.apply(key)
                .filter(text -> !text.isEmpty() && !text.contains("[[") && !text.contains("[("))
                .map(HtmlEscape::escapeHtml4Xml);
    }

    private Optional<String> address(MatchResult found) {
        String anchor = found.group(3) == null ? "" : found.group(3);
        return files.apply(found.group(2)).map(address -> address + anchor);
    }
}
