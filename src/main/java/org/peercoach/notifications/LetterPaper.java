package org.peercoach.notifications;

import java.util.stream.Collectors;
import org.peercoach.notifications.Letter.Line;
import org.peercoach.notifications.Letter.Section;
import org.springframework.web.util.HtmlUtils;

/**
 * Sets a letter as plain text and as HTML: one column, headings, no pictures, no colors of our own (so that dark mail
 * programs keep theirs), nothing that is fetched.
 */
final class LetterPaper {

    private static final String BODY = "margin:0;padding:24px 16px;font-family:system-ui,-apple-system,'Segoe UI',"
            + "Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5";
    private static final String QUOTE = "margin:0 0 16px;padding:0 12px;border-%s:3px solid;white-space:pre-line";
    private static final String FOOT = "margin:32px 0 0;padding:12px 0 0;border-top:1px solid;font-size:14px";

    private LetterPaper() {}

    static String text(Letter letter) {
        StringBuilder text = new StringBuilder(letter.greeting()).append("\n\n");
        for (Section section : letter.sections()) {
            if (section.title() != null) {
                text.append(section.title()).append('\n');
                text.append("-".repeat(Math.min(section.title().length(), 72))).append("\n\n");
            }
            section.lines().forEach(line -> text.append(text(line)).append('\n'));
        }
        text.append("-- \n");
        letter.footer().forEach(line -> text.append(text(line)));
        return text.toString();
    }

    private static String text(Line line) {
        String words = line.quote()
                ? line.text().lines().map(one -> "> " + one).collect(Collectors.joining("\n"))
                : line.text();
        return line.url() == null
                ? words + "\n"
                : (words.isEmpty() ? "" : words + "\n") + line.link() + ": " + line.url() + "\n";
    }

    static String html(Letter letter) {
        Letter.Paper paper = letter.paper();
        StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"" + safe(paper.language()) + "\" dir=\""
                + (paper.fromTheRight() ? "rtl" : "ltr") + "\"><head>"
                + "<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<meta name=\"color-scheme\" content=\"light dark\">"
                + "<meta name=\"supported-color-schemes\" content=\"light dark\"><title>");
        html.append(safe(letter.subject()))
                .append("</title></head>\n<body style=\"")
                .append(BODY);
        html.append("\"><main style=\"max-width:36em;margin:0 auto\">\n<h1 style=\"margin:0 0 16px;font-size:22px\">");
        html.append(safe(letter.subject())).append("</h1>\n").append(paragraph(paper, Line.of(letter.greeting())));
        for (Section section : letter.sections()) {
            if (section.title() != null) {
                html.append("<h2 dir=\"auto\" style=\"margin:24px 0 8px;font-size:18px\">");
                html.append(safe(section.title())).append("</h2>\n");
            }
            section.lines().forEach(line -> html.append(paragraph(paper, line)));
        }
        html.append("<div style=\"").append(FOOT).append("\">\n");
        letter.footer().forEach(line -> html.append(paragraph(paper, line)));
        return html.append("</div>\n</main></body></html>\n").toString();
    }

    private static String paragraph(Letter.Paper paper, Line line) {
        if (line.quote()) {
            return "<blockquote dir=\"auto\" style=\"" + QUOTE.formatted(paper.fromTheRight() ? "right" : "left")
                    + "\">" + safe(line.text()) + "</blockquote>\n";
        }
        String link = line.url() == null || line.link() == null
                ? ""
                : (line.text().isEmpty() ? "" : "<br>") + "<a href=\"" + safe(line.url()) + "\">" + safe(line.link())
                        + "</a>";
        return "<p style=\"margin:0 0 16px\">" + safe(line.text()) + link + "</p>\n";
    }

    private static String safe(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
