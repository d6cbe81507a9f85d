package org.peercoach.demo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peercoach.demo.platform.Course;
import org.peercoach.demo.platform.DemoPlatform;
import org.peercoach.demo.platform.Enrolments;
import org.peercoach.demo.platform.Person;
import org.peercoach.demo.platform.Special;

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
            <table class="pc-table pc-table-stack" role="table"><caption class="visually-hidden">Who is in {title}</caption>
            <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Person</th><th scope="col" role="columnheader">In the LMS</th><th scope="col" role="columnheader">In the program</th><th scope="col" role="columnheader">Launches say</th><th scope="col" role="columnheader">Number</th><th scope="col" role="columnheader" class="pc-end">Change</th></tr></thead>
            <tbody role="rowgroup">{rows}</tbody></table>
            """;
    private static final String MEMBER = """
            <tr role="row"><th scope="row" role="rowheader">{name}<small>{email}</small></th><td role="cell" data-label="In the LMS"><div>{role}</div></td><td role="cell" data-label="In the program"><div>{kind}</div></td><td role="cell" data-label="Launches say"><div>{roles}</div></td><td role="cell" data-label="Number"><div class="pc-num">{id}</div></td><td role="cell" data-label="Change"><div class="lms-do">{changes}</div></td></tr>
            """;
    private static final String CHANGE = """
            <form method="post" action="/people"><input type="hidden" name="course" value="{course}"><input type="hidden" name="person" value="{person}"><button class="btn btn-outline-secondary btn-sm" name="change" value="{change}">{words}<span class="visually-hidden">: {name}</span></button></form>
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
                Stream.concat(courses, Stream.of(otherWays())));
    }

    /** Messages that an LMS sends from other places than a link. */
    private Markup otherWays() {
        Person coach = platform.world().people().getFirst();
        Person administrator = platform.world().people().stream()
                .filter(one -> one.kind() == Person.Kind.ADMINISTRATOR)
                .findFirst()
                .orElseThrow();
        String link = platform.world().firstLink(coach).id();
        return Markup.of(
                "<section class=\"pc-panel\" aria-labelledby=\"ways\"><h2 id=\"ways\">Other ways into the tool</h2>{course}{own}{other}{eula}</section>",
                "course",
                GradebookTable.launchForm(
                        coach, link, Special.Kind.COURSE, "", "As " + coach.givenName() + ", from the course itself"),
                "own",
                GradebookTable.launchForm(
                        coach, link, Special.Kind.PRIVACY, "", "As " + coach.givenName() + ", what is stored about me"),
                "other",
                GradebookTable.launchForm(
                        administrator,
                        link,
                        Special.Kind.PRIVACY,
                        coach.id(),
                        "As " + administrator.givenName() + ", what is stored about " + coach.givenName()),
                "eula",
                GradebookTable.launchForm(
                        coach, link, Special.Kind.EULA, "", "As " + coach.givenName() + ", terms of use (declined)"));
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
                Markup.all(platform.world().everybodyOf(course).stream().map(one -> member(course, one))));
    }

    private Markup member(Course course, Person usual) {
        Optional<Enrolments.Change> change = platform.world().enrolments().changed(course, usual);
        Person person = platform.world().enrolments().seen(course, usual);
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
                change.filter(one -> one == Enrolments.Change.REMOVED || one == Enrolments.Change.SUSPENDED)
                        .map(one -> one == Enrolments.Change.REMOVED ? "Removed" : "Suspended")
                        .orElse(person.lmsRole()),
                "kind",
                person.kind().title(),
                "roles",
                roles,
                "id",
                person.id(),
                "changes",
                changes(course, usual, change.isPresent()));
    }

    private static List<Markup> changes(Course course, Person person, boolean changed) {
        if (changed) {
            return List.of(change(course, person, "", "As before"));
        }
        boolean teaches = person.lmsRole().equals("Teacher");
        return List.of(
                change(course, person, "REMOVED", "Remove"),
                change(course, person, "SUSPENDED", "Suspend"),
                change(course, person, teaches ? "STUDENT" : "TEACHER", teaches ? "Make student" : "Make teacher"));
    }

    private static Markup change(Course course, Person person, String change, String words) {
        return Markup.of(
                CHANGE,
                "course",
                course.id(),
                "person",
                person.id(),
                "change",
                change,
                "words",
                words,
                "name",
                person.name());
    }
}
