package org.peercoach.demo;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peercoach.demo.platform.Course;
import org.peercoach.demo.platform.DemoPlatform;
import org.peercoach.demo.platform.Person;

/** Gradebook and roster of all courses. */
final class ListPages {

    private static final String PAGE = """
            <div class="pc-head"><div><h1 tabindex="-1">{title}</h1><p>{about}</p></div></div>
            <div class="pc-stack">{courses}</div>
            """;
    private static final String COURSE = """
            <section class="pc-panel pc-panel-flush" aria-labelledby="c{id}"><div class="pc-panel-head"><h2 id="c{id}">{title}</h2></div>{table}</section>
            """;
    private static final String ROSTER = """
            <table class="pc-table pc-table-stack" role="table"><caption>Who is in {title}</caption>
            <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Person</th><th scope="col" role="columnheader">In the LMS</th><th scope="col" role="columnheader">In the program</th><th scope="col" role="columnheader">Launches say</th><th scope="col" role="columnheader">Number</th></tr></thead>
            <tbody role="rowgroup">{rows}</tbody></table>
            """;
    private static final String MEMBER = """
            <tr role="row"><th scope="row" role="rowheader">{name}<small>{email}</small></th><td role="cell" data-label="In the LMS"><div>{role}</div></td><td role="cell" data-label="In the program"><div>{kind}</div></td><td role="cell" data-label="Launches say"><div>{roles}</div></td><td role="cell" data-label="Number"><div class="pc-num">{id}</div></td></tr>
            """;

    private final DemoPlatform platform;

    ListPages(DemoPlatform platform) {
        this.platform = platform;
    }

    Response gradebook() {
        GradebookTable table = new GradebookTable(platform, true);
        Stream<Markup> courses = platform.world().courses().stream().map(one -> course(one, table.of(one)));
        return page(
                "Gradebook",
                "/gradebook",
                "Only students get grades here, so coaches are students of the training course. A grade entered by hand replaces what was sent; an empty one is removed.",
                courses);
    }

    Response people() {
        Stream<Markup> courses = platform.world().courses().stream().map(one -> course(one, roster(one)));
        return page(
                "People",
                "/people",
                "The rosters that Peer Coaching can read. Jonas Park, the administrator, is in no course and may open all.",
                courses);
    }

    private static Response page(String title, String path, String about, Stream<Markup> courses) {
        Markup main = Markup.of(PAGE, "title", title, "about", about, "courses", Markup.all(courses));
        return Response.html(200, Frame.around(Frame.Page.of(title, path, main)));
    }

    private static Markup course(Course course, Markup table) {
        return Markup.of(COURSE, "id", course.id(), "title", course.title(), "table", table);
    }

    private Markup roster(Course course) {
        return Markup.of(
                ROSTER,
                "title",
                course.title(),
                "rows",
                Markup.all(platform.world().membersOf(course).stream().map(this::member)));
    }

    private Markup member(Person person) {
        String roles = platform.rolesOf(person).stream()
                .map(one -> one.replaceFirst("^.*/(lis/v2/)", ""))
                .collect(Collectors.joining(", "));
        return Markup.of(
                MEMBER,
                "name",
                person.name(),
                "email",
                person.email(),
                "role",
                person.lmsRole(),
                "kind",
                person.kind().title(),
                "roles",
                roles,
                "id",
                person.id());
    }
}
