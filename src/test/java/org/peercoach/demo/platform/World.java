package org.peercoach.demo.platform;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks up people, courses, links and columns as they are now. */
public final class World {

    private final Notebook notebook;
    private final Enrolments enrolments = new Enrolments();

    World(Notebook notebook) {
        this.notebook = notebook;
    }

    /** What was changed about who is in which course. */
    public Enrolments enrolments() {
        return enrolments;
    }

    public List<Person> people() {
        return Cast.PEOPLE;
    }

    public Optional<Person> person(String id) {
        return Cast.PEOPLE.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public List<Course> courses() {
        return Stream.concat(Cast.COURSES.stream(), copies()).toList();
    }

    /** Copied courses live by their links. */
    private Stream<Course> copies() {
        return notebook.state().links().stream()
                .map(Link::courseId)
                .flatMap(Stream::ofNullable)
                .distinct()
                .flatMap(id -> Cast.COURSES.stream().flatMap(one -> Copies.of(one, id).stream()));
    }

    public Optional<Course> course(String id) {
        return courses().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Courses that the person can open; an administrator opens all. */
    public List<Course> coursesOf(Person person) {
        return courses().stream().filter(one -> mayEnter(person, one)).toList();
    }

    public boolean mayEnter(Person person, Course course) {
        return person.kind() == Person.Kind.ADMINISTRATOR
                || (course.members().contains(person.id()) && !enrolments.keepsOut(course, person));
    }

    /** Whether the link is for such people and the person may enter its course. */
    public boolean mayOpen(Person person, Link link) {
        String courseId = link.courseId();
        boolean inside = courseId == null
                || course(courseId).filter(one -> mayEnter(person, one)).isPresent();
        return inside && link.isFor(seen(person, link));
    }

    /** The person as the link's course knows them. */
    Person seen(Person person, Link link) {
        String courseId = link.courseId();
        return courseId == null
                ? person
                : course(courseId).map(one -> enrolments.seen(one, person)).orElse(person);
    }

    /** Who is in the course, suspended people too, each as what the course knows them. */
    public List<Person> membersOf(Course course) {
        return everybodyOf(course).stream()
                .filter(one -> enrolments.changed(course, one).orElse(null) != Enrolments.Change.REMOVED)
                .map(one -> enrolments.seen(course, one))
                .toList();
    }

    /** Also those who were removed. */
    public List<Person> everybodyOf(Course course) {
        return Cast.PEOPLE.stream()
                .filter(one -> course.members().contains(one.id()))
                .toList();
    }

    public List<Link> links() {
        return Stream.concat(Cast.LINKS.stream(), notebook.state().links().stream())
                .toList();
    }

    public Optional<Link> link(String id) {
        return links().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** What the person sees in the course. */
    public List<Link> linksFor(Person person, Course course) {
        return links().stream()
                .filter(one -> course.id().equals(one.courseId()) && one.isFor(person))
                .toList();
    }

    /** The link that a first-time visitor should open as this person. */
    public Link firstLink(Person person) {
        String id = switch (person.kind()) {
            case COACH -> Cast.SESSION_LINK;
            case PARTICIPANT -> Cast.TOGETHER_LINK;
            case TRAINER, ADMINISTRATOR, OBSERVER -> Cast.HOME_LINK;
        };
        return link(id).orElseThrow();
    }

    /** The link to the district's account, which is in no course. */
    public Link districtLink() {
        return link(Cast.DISTRICT_LINK).orElseThrow();
    }

    public List<Column> columns(Course course) {
        return notebook.state().columns().stream()
                .filter(one -> one.courseId().equals(course.id()))
                .toList();
    }

    public Optional<Column> column(String id) {
        return notebook.state().columns().stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    /** The column that belongs to the link. */
    public Optional<Column> columnOf(Link link) {
        return notebook.state().columns().stream()
                .filter(one -> link.id().equals(one.linkId()))
                .findFirst();
    }

    public Optional<Grade> grade(Column column, Person person) {
        return notebook.state().grades().stream()
                .filter(one ->
                        one.columnId().equals(column.id()) && one.personId().equals(person.id()))
                .findFirst();
    }
}
