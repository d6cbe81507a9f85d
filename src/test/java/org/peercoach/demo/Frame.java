package org.peercoach.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What stands around every page of the LMS. */
final class Frame {

    private static final Map<String, String> MENU = new java.util.LinkedHashMap<>();

    static {
        MENU.put("/", "Start");
        MENU.put("/gradebook", "Gradebook");
        MENU.put("/people", "People");
        MENU.put("/mails", "Mails");
        MENU.put("/set-up", "Set-up");
    }

    private static final String PAGE = """
            <!doctype html>
            <html lang="en" dir="ltr" data-bs-theme="light">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{title} · Demo LMS</title>
              <link rel="icon" type="image/svg+xml" href="/static/icon.svg">
              <link rel="stylesheet" href="/static/bootstrap.min.css">
              <link rel="stylesheet" href="/static/peer-coaching.css">
              <link rel="stylesheet" href="/static/demo.css">
              {scripts}
            </head>
            <body class="lms {kind}">
            <a class="pc-skip" href="#main">Skip to content</a>
            <header class="pc-bar" aria-label="Demo LMS"><div class="pc-bar-in">
              <details class="pc-menu"><summary>{menuIcon}Menu</summary><nav aria-label="LMS menu"><ul>{entries}</ul></nav></details>
              <a class="pc-brand" href="/"><svg class="pc-i" viewBox="0 0 24 24" aria-hidden="true"><use href="/static/icons.svg#brand"></use></svg><span>Demo LMS</span></a>
              <nav class="pc-nav" aria-label="LMS menu"><ul>{entries}</ul></nav>
            </div></header>
            {crumbs}
            <main class="pc-main" id="main" aria-label="LMS page">
            {main}
            </main>
            </body>
            </html>
            """;

    /**
     * A page.
     *
     * @param path of the page, for the menu's mark
     * @param kind class of the body: empty, {@code pc-slim} or {@code lms-launch}
     * @param scripts names of files under /static
     */
    record Page(String title, String path, String kind, List<String> scripts, Markup crumbs, Markup main) {

        static Page of(String title, String path, Markup main) {
            return new Page(title, path, "", List.of("demo.js"), Markup.NONE, main);
        }

        static Page slim(String title, Markup main) {
            return new Page(title, "", "pc-slim", List.of(), Markup.NONE, main);
        }
    }

    private Frame() {}

    static Markup around(Page page) {
        return Markup.of(
                PAGE,
                "title",
                page.title(),
                "kind",
                page.kind(),
                "scripts",
                Markup.all(page.scripts().stream().map(Frame::script)),
                "menuIcon",
                Markup.icon("menu"),
                "entries",
                Markup.all(entries(page.path())),
                "crumbs",
                page.crumbs(),
                "main",
                page.main());
    }

    private static Markup script(String name) {
        return Markup.of("<script defer src=\"/static/{name}\"></script>", "name", name);
    }

    private static Stream<Markup> entries(String path) {
        return MENU.entrySet().stream()
                .map(one -> Markup.of(
                        "<li><a href=\"{path}\"{mark}>{title}</a></li>",
                        "path",
                        one.getKey(),
                        "mark",
                        new Markup(one.getKey().equals(path) ? " aria-current=\"page\"" : ""),
                        "title",
                        one.getValue()));
    }
}
