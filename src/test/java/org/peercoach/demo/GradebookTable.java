package org.peercoach.demo;

import java.util.List;
import java.util.Optional;
import org.peercoach.demo.platform.Column;
import org.peercoach.demo.platform.Course;
import org.peercoach.demo.platform.DemoPlatform;
import org.peercoach.demo.platform.Grade;
import org.peercoach.demo.platform.Json;
import org.peercoach.demo.platform.Person;
import org.peercoach.demo.platform.Special;

/** The gradebook of one course: people by columns. */
final class GradebookTable {

    private static final String TABLE = """
            <div class="pc-scroll" role="region" aria-label="{caption}" tabindex="0"><table class="pc-table pc-table-stack" role="table"><caption class="{shown}">{caption}</caption>
            <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Student</th>{heads}</tr></thead>
            <tbody role="rowgroup">{rows}</tbody></table></div>
            """;
    private static final String EMPTY = """
            <div class="pc-empty">{icon}<h3>No column yet</h3><p>A column appears here when a graded activity is added to the course.</p></div>
            """;

    private static final String BY_HAND = """
            <form method="post" action="/gradebook/by-hand" class="lms-hand"><input type="hidden" name="column" value="{column}"><input type="hidden" name="person" value="{person}"><label class="visually-hidden" for="h{column}-{person}">Grade of {name} in {label}</label><input class="form-control form-control-sm" id="h{column}-{person}" name="points" inputmode="decimal" size="4" autocomplete="off" value="{value}"><button class="btn btn-outline-secondary btn-sm">Enter<span class="visually-hidden"> the grade of {name}</span></button></form>
            """;

    private final DemoPlatform platform;
    private final boolean editable;

    /** @param editable whether grades can be entered by hand */
    GradebookTable(DemoPlatform platform, boolean editable) {
        this.platform = platform;
        this.editable = editable;
    }

    Markup of(Course course) {
        List<Column> columns = platform.world().columns(course);
        if (columns.isEmpty()) {
            return Markup.of(EMPTY, "icon", Markup.icon("inbox"));
        }
        List<Person> students = platform.world().membersOf(course).stream()
                .filter(Person::gradable)
                .toList();
        return Markup.of(
                TABLE,
                "shown",
                editable ? "visually-hidden" : "",
                "caption",
                course.title() + ": what Peer Coaching has sent so far",
                "heads",
                Markup.all(columns.stream().map(GradebookTable::head)),
                "rows",
                Markup.all(students.stream().map(one -> row(one, columns))));
    }

    private static Markup head(Column column) {
        return Markup.of(
                "<th scope=\"col\" role=\"columnheader\" class=\"pc-end\">{label}</th>", "label", column.label());
    }

    private Markup row(Person person, List<Column> columns) {
        return Markup.of(
                "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">{name}</th>{cells}</tr>",
                "name",
                person.name(),
                "cells",
                Markup.all(columns.stream().map(one -> cell(one, person))));
    }

    private Markup cell(Column column, Person person) {
        return Markup.of(
                "<td role=\"cell\" data-label=\"{label}\" class=\"pc-end pc-num\"><div>{grade}{form}{review}</div></td>",
                "label",
                column.label(),
                "grade",
                platform.world()
                        .grade(column, person)
                        .map(one -> grade(one, column))
                        .orElseGet(() -> new Markup("<span class=\"pc-muted\">Nothing yet</span>")),
                "form",
                editable ? form(column, person) : Markup.NONE,
                "review",
                review(column, person));
    }

    /** Opens the person's work in the tool: by a message of its own, or as SpeedGrader does by an address. */
    private Markup review(Column column, Person person) {
        String link = column.linkId();
        boolean canvas = platform.switches().canvas();
        boolean there = link != null
                && (!canvas || platform.submissionUrl(link, person.id()).isPresent());
        return there
                ? launchForm(
                        trainer(),
                        String.valueOf(link),
                        canvas ? Special.Kind.SPEED_GRADER : Special.Kind.REVIEW,
                        person.id(),
                        "Review " + person.givenName())
                : Markup.NONE;
    }

    private Person trainer() {
        return platform.world().people().stream()
                .filter(one -> one.kind() == Person.Kind.TRAINER)
                .findFirst()
                .orElseThrow();
    }

    /** A button that signs in as somebody and sends this message. */
    static Markup launchForm(Person person, String link, Special.Kind kind, String about, String words) {
        return Markup.of(
                "<form method=\"post\" action=\"/open\"><input type=\"hidden\" name=\"person\" value=\"{person}\"><input type=\"hidden\" name=\"link\" value=\"{link}\"><input type=\"hidden\" name=\"message\" value=\"{kind}\"><input type=\"hidden\" name=\"about\" value=\"{about}\"><button class=\"btn btn-link lms-link\">{words}</button></form>",
                "person",
                person.id(),
                "link",
                link,
                "kind",
                kind,
                "about",
                about,
                "words",
                words);
    }

    private Markup form(Column column, Person person) {
        Double points =
                platform.world().grade(column, person).map(Grade::points).orElse(null);
        return Markup.of(
                BY_HAND,
                "column",
                column.id(),
                "person",
                person.id(),
                "name",
                person.name(),
                "label",
                column.label(),
                "value",
                points == null ? "" : String.valueOf(Json.tidy(points)));
    }

    private static Markup grade(Grade grade, Column column) {
        return Markup.of(
                "<strong>{points}</strong><small>{how} {at}</small>",
                "how",
                grade.overridden() ? "by hand" : "received",
                "points",
                points(Optional.of(grade), column),
                "at",
                Moments.time(grade.received()));
    }

    /** Such as "11 of 25", or what stands instead. */
    static String points(Optional<Grade> grade, Column column) {
        if (grade.isEmpty()) {
            return "nothing yet";
        }
        Double points = grade.get().points();
        return (points == null ? "no points" : Json.tidy(points)) + " of " + Json.tidy(column.maximum());
    }
}
