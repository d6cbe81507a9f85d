package org.peercoach.shared;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;

/** Markdown to safe HTML: whatever the source, no script, handler or foreign scheme survives. */
@Component
public class Markdown {

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "h2",
                    "h3",
                    "h4",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "em",
                    "strong",
                    "code",
                    "pre",
                    "hr",
                    "br",
                    "a",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td")
            .allowUrlProtocols("https", "http", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .requireRelNofollowOnLinks()
            .toFactory();

    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).build();

    /** HTML of a Markdown text; safe to put into a page unescaped. */
    public String html(String markdown) {
        return POLICY.sanitize(renderer.render(parser.parse(markdown)));
    }
}
