package org.peercoach.shared;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlChangeListener;
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

    private static final Map<String, LeftOut> KINDS =
            Map.of("img", LeftOut.IMAGE, "script", LeftOut.SCRIPT, "a", LeftOut.LINK);

    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).build();

    /** Hears what the policy takes away. */
    private static final HtmlChangeListener<Set<LeftOut>> LISTENER = new HtmlChangeListener<>() {
        @Override
        public void discardedTag(@Nullable Set<LeftOut> kinds, String name) {
            note(kinds, KINDS.getOrDefault(name, LeftOut.OTHER));
        }

        @Override
        public void discardedAttributes(@Nullable Set<LeftOut> kinds, String tag, String... names) {
            if (List.of(names).contains("href")) {
                note(kinds, LeftOut.LINK);
            }
        }

        private static void note(@Nullable Set<LeftOut> kinds, LeftOut kind) {
            if (kinds != null) {
                kinds.add(kind);
            }
        }
    };

    /** HTML of a Markdown text; safe to put into a page unescaped. */
    public String html(String markdown) {
        return POLICY.sanitize(renderer.render(parser.parse(markdown)));
    }

    /** What a text can ask for and no page shows. */
    public enum LeftOut {
        IMAGE,
        SCRIPT,
        LINK,
        OTHER
    }

    /** What {@link #html} leaves out of this text, each kind once. */
    public Set<LeftOut> leftOut(String markdown) {
        Set<LeftOut> kinds = EnumSet.noneOf(LeftOut.class);
        POLICY.sanitize(renderer.render(parser.parse(markdown)), LISTENER, kinds);
        return kinds;
    }
}
