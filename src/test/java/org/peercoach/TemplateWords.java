package org.peercoach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;

/** Finds words that stand in a template themselves, rather than being replaced from the message bundle. */
final class TemplateWords extends AbstractSimpleMarkupHandler {

    private static final Set<String> REPLACING = Set.of("th:text", "th:utext", "th:replace", "th:insert");
    private static final Set<String> WORDY_ATTRIBUTES =
            Set.of("aria-label", "title", "placeholder", "alt", "data-label");

    private final Deque<Boolean> replaced = new ArrayDeque<>();
    private final List<String> loose = new ArrayList<>();

    static List<String> loose(String template) {
        TemplateWords words = new TemplateWords();
        try {
            new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(template, words);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
        return words.loose;
    }

    @Override
    public void handleOpenElement(String name, Map<String, String> attributes, int line, int column) {
        boolean inside = !replaced.isEmpty() && replaced.peek();
        replaced.push(inside || replaces(name, attributes));
        checkAttributes(attributes, inside);
    }

    @Override
    public void handleStandaloneElement(
            String name, Map<String, String> attributes, boolean minimized, int line, int column) {
        checkAttributes(attributes, !replaced.isEmpty() && replaced.peek());
    }

    @Override
    public void handleCloseElement(String name, int line, int column) {
        replaced.poll();
    }

    @Override
    public void handleAutoCloseElement(String name, int line, int column) {
        replaced.poll();
    }

    @Override
    public void handleText(char[] buffer, int offset, int length, int line, int column) {
        String text = new String(buffer, offset, length).strip();
        boolean inside = !replaced.isEmpty() && replaced.peek();
        if (!inside && text.replaceAll("&[a-z#0-9]+;", "").chars().anyMatch(Character::isLetter)) {
            loose.add(text);
        }
    }

    /** The page's own html element calls the layout; what stands inside it is what the layout receives. */
    private static boolean replaces(String name, Map<String, String> attributes) {
        return !name.equals("html")
                && attributes != null
                && attributes.keySet().stream().anyMatch(REPLACING::contains);
    }

    private void checkAttributes(Map<String, String> attributes, boolean inside) {
        if (attributes == null || inside || replaces("", attributes)) {
            return;
        }
        attributes.forEach((name, value) -> {
            if (WORDY_ATTRIBUTES.contains(name)
                    && value.chars().anyMatch(Character::isLetter)
                    && !attributes.containsKey("th:" + name)) {
                loose.add(name + "=" + value);
            }
        });
    }
}
