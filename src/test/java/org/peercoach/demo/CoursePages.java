package org.peercoach.demo;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.demo.platform.Column;
import org.peercoach.demo.platform.Course;
import org.peercoach.demo.platform.DemoPlatform;
import org.peercoach.demo.platform.Link;
import org.peercoach.demo.platform.Person;
import org.peercoach.demo.platform.Switches;

/** A course with its links, and the page on which the tool opens in a frame. */
final class CoursePages {

    private static final String CRUMBS = """
            <section class="pc-crumbs" aria-label="Place and person in the LMS"><nav aria-label="Where you are in the LMS"><ol><li><a href="/">Start</a></li>{way}</ol></nav>
            <p class="pc-who-am-i"><span class="visually-hidden">Signed in to the LMS as</span> {name} · {role}{more}</p></section>
            """;
    private static final String COURSE = """
            <div class="pc-head"><div><h1 tabindex="-1">{title}</h1><p>{about}</p></div><div>{add}</div></div>
            <div class="pc-panel pc-panel-flush"><ul class="pc-list pc-path">{rows}</ul></div>
            {copy}
            """;
    private static final String COPY = """
            <form class="pc-actions" method="post" action="/courses/{id}/copy"><button class="btn btn-outline-secondary" id="copy">Copy this course</button></form>
            """;
    private static final String ROW = """
            <li><div class="pc-row"><span class="pc-step" aria-hidden="true">{icon}</span><div><h2 class="lms-title"><a href="/courses/{course}/links/{id}">{title}</a></h2><p>{text}</p></div><p class="pc-num">{grade}</p></div></li>
            """;
    private static final String LAUNCH = """
            <h1 class="visually-hidden">{title}</h1>
            {forwarder}
            <iframe class="lms-frame{small}" id="tool" name="tool" title="{tool}: {title}" src="/launch/{link}{query}" data-tool="{origin}" data-storage="{storage}" data-frame="{frame}" allow="clipboard-write"></iframe>
            """;
    private static final String FORWARDER = """
            <iframe class="lms-forwarder" id="post_message_forwarding" name="post_message_forwarding" title="Messages between the LMS and its tools" src="/post-message-forwarding" tabindex="-1" aria-hidden="true"></iframe>
            """;

    private final DemoPlatform platform;

    CoursePages(DemoPlatform platform) {
        this.platform = platform;
    }

    Response course(Person person, Course course) {
        Markup main = Markup.of(
                COURSE,
                "title",
                course.title(),
                "about",
                course.about(),
                "add",
                add(person, course),
                "rows",
                Markup.all(platform.world().linksFor(person, course).stream().map(one -> row(person, course, one))),
                "copy",
                mayCopy(person) ? Markup.of(COPY, "id", course.id()) : Markup.NONE);
        Markup here = Markup.of("<li aria-current=\"page\">{title}</li>", "title", course.title());
        return Response.html(
                200,
                Frame.around(new Frame.Page(
                        course.title(), "", "", List.of("demo.js"), crumbs(person, here, Markup.NONE), main)));
    }

    /** Both LMSs let a trainer add something there; Canvas in the modules, Moodle by the activity chooser. */
    private Markup add(Person person, Course course) {
        return person.kind() == Person.Kind.TRAINER && platform.tools().inUse().picks()
                ? platform.world().linksFor(person, course).stream()
                        .findFirst()
                        .map(link -> StartPage.add(person, link))
                        .orElse(Markup.NONE)
                : Markup.NONE;
    }

    static boolean mayCopy(Person person) {
        return person.kind() == Person.Kind.TRAINER || person.kind() == Person.Kind.ADMINISTRATOR;
    }

    private Markup row(Person person, Course course, Link link) {
        return Markup.of(
                ROW,
                "icon",
                Markup.icon("plug"),
                "course",
                course.id(),
                "id",
                link.id(),
                "title",
                link.title(),
                "text",
                link.text(),
                "grade",
                person.gradable() ? grade(person, link) : Markup.NONE);
    }

    /** "11 of 25" where the link has a column. */
    Markup grade(Person person, Link link) {
        Optional<Column> column = platform.world().columnOf(link);
        return column.map(one -> Markup.of(
                        "{points}",
                        "points",
                        GradebookTable.points(platform.world().grade(one, person), one)))
                .orElse(Markup.NONE);
    }

    /** The tool in its frame, as high as the window leaves. */
    Response launch(Person person, Link link, String query) {
        String courseId = link.courseId();
        Course course =
                courseId == null ? null : platform.world().course(courseId).orElse(null);
        boolean forwarding = platform.switches().storage() == Switches.Storage.FORWARDING;
        Markup main = Markup.of(
                LAUNCH,
                "title",
                link.title(),
                "tool",
                platform.tools().inUse().name(),
                "forwarder",
                forwarding ? new Markup(FORWARDER) : Markup.NONE,
                "link",
                link.id(),
                "query",
                query,
                "origin",
                platform.toolBaseUrl(),
                "storage",
                platform.switches().storage(),
                "frame",
                platform.switches().frame(),
                "small",
                platform.switches().frame() == Switches.Frame.GROWING ? " lms-small" : "");
        Frame.Page page = new Frame.Page(
                link.title(),
                "",
                "lms-launch",
                List.of("demo.js", "messages.js"),
                crumbs(person, way(course, link), more(person, link)),
                main);
        return Response.html(200, Frame.around(page));
    }

    private static Markup way(@Nullable Course course, Link link) {
        Markup parent = course == null
                ? Markup.NONE
                : Markup.of(
                        "<li><a href=\"/courses/{id}\">{title}</a></li>", "id", course.id(), "title", course.title());
        return Markup.of("{parent}<li aria-current=\"page\">{title}</li>", "parent", parent, "title", link.title());
    }

    private Markup more(Person person, Link link) {
        boolean graded = person.gradable() && platform.world().columnOf(link).isPresent();
        Markup grade = !graded
                ? Markup.NONE
                : Markup.of(
                        " · in the gradebook: <strong class=\"pc-num\" data-live=\"/parts/grade?link={link}\">{grade}</strong>",
                        "link",
                        link.id(),
                        "grade",
                        grade(person, link));
        return Markup.of(
                "{grade} · <a href=\"/launch/{link}?window=yes\" target=\"_blank\">Open in a new window</a>",
                "grade",
                grade,
                "link",
                link.id());
    }

    private static Markup crumbs(Person person, Markup way, Markup more) {
        return Markup.of(CRUMBS, "way", way, "name", person.name(), "role", person.lmsRole(), "more", more);
    }
}
