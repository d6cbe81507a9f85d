package org.peercoach.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages with one thing to say or do. */
final class SmallPages {

    private static final String AUTO_POST = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
            <link rel="stylesheet" href="/static/bootstrap.min.css"><link rel="stylesheet" href="/static/peer-coaching.css"><script defer src="/static/submit.js"></script></head>
            <body><main class="pc-main"><h1 class="visually-hidden">{title}</h1><form method="post" action="{url}">{fields}<noscript><button class="btn btn-primary">Go on</button></noscript></form></main></body></html>
            """;
    private static final String FORWARDER = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Messages</title><script defer src="/static/messages.js"></script></head>
            <body data-tool="{origin}" data-storage="HERE"></body></html>
            """;
    private static final String SAYING = """
            <div class="pc-panel pc-stack-s"><h1 tabindex="-1">{title}</h1><p>{text}</p><div class="pc-actions"><a class="btn btn-outline-secondary" href="/" target="_top">Back to the start page</a></div></div>
            """;
    private static final String PICKED = """
            <div class="pc-panel pc-stack-s"><h1 tabindex="-1">{title}</h1><ul class="pc-bullets mt-3">{links}</ul><p>{text}</p><div class="pc-actions"><a class="btn btn-primary" id="course" href="/courses/{course}" target="_top">Go to the course</a><a class="btn btn-outline-secondary" href="/" target="_top">Back to the start page</a></div></div>
            """;
    private static final String INSTALL = """
            <h1 class="visually-hidden">Install a tool</h1>
            <iframe class="lms-frame" id="tool" name="tool" title="Installer of Peer Coaching" src="{url}" data-tool="{origin}" data-storage="NONE" data-close="/set-up?said=installed"></iframe>
            """;
    private static final String INSTALL_CRUMBS = """
            <section class="pc-crumbs" aria-label="Place in the LMS"><nav aria-label="Where you are in the LMS"><ol><li><a href="/">Start</a></li><li><a href="/set-up">Set-up</a></li><li aria-current="page">Install a tool</li></ol></nav>
            <p class="pc-who-am-i">The tool’s own installer. When it is done, it closes itself.</p></section>
            """;

    private SmallPages() {}

    /** A form that posts itself; with a button for browsers without script. */
    static Response autoPost(String title, String url, Map<String, String> fields) {
        Markup inputs = Markup.all(fields.entrySet().stream()
                .map(one -> Markup.of(
                        "<input type=\"hidden\" name=\"{name}\" value=\"{value}\">",
                        "name",
                        one.getKey(),
                        "value",
                        one.getValue())));
        return Response.html(200, Markup.of(AUTO_POST, "title", title, "url", url, "fields", inputs));
    }

    /** The frame that keeps launches' proofs for tools, when storage is offered beside the frame. */
    static Response forwarder(String toolOrigin) {
        return Response.html(200, Markup.of(FORWARDER, "origin", toolOrigin));
    }

    static Response say(int status, String title, String text) {
        Markup main = Markup.of(SAYING, "title", title, "text", text);
        return Response.html(status, Frame.around(Frame.Page.slim(title, main)));
    }

    /** The end of a pick: what is in the course now. */
    static Response picked(List<String> titles, @Nullable String words, @Nullable String courseId) {
        String title = titles.isEmpty() ? "The course is as it was" : "Added to the course";
        Markup main = Markup.of(
                PICKED,
                "title",
                title,
                "links",
                Markup.all(titles.stream().map(one -> Markup.of("<li>{one}</li>", "one", one))),
                "text",
                words,
                "course",
                courseId);
        return Response.html(200, Frame.around(Frame.Page.slim(title, main)));
    }

    static Response missing() {
        return say(404, "This page is not here", "The demo LMS has no page at this address.");
    }

    static Response install(String url, String toolOrigin) {
        Markup main = Markup.of(INSTALL, "url", url, "origin", toolOrigin);
        Frame.Page page = new Frame.Page(
                "Install a tool", "", "lms-launch", List.of("messages.js"), new Markup(INSTALL_CRUMBS), main);
        return Response.html(200, Frame.around(page));
    }
}
