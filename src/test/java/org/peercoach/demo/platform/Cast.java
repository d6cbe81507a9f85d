package org.peercoach.demo.platform;

import static org.peercoach.demo.platform.Person.Kind.ADMINISTRATOR;
import static org.peercoach.demo.platform.Person.Kind.COACH;
import static org.peercoach.demo.platform.Person.Kind.OBSERVER;
import static org.peercoach.demo.platform.Person.Kind.PARTICIPANT;
import static org.peercoach.demo.platform.Person.Kind.TRAINER;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The people, courses and links that are there from the start. */
final class Cast {

    static final String TRAINING = "2";
    static final String COLLABORATION = "3";
    static final String HOME_LINK = "10";
    static final String SESSION_LINK = "11";
    static final String TOGETHER_LINK = "12";
    static final String COACHES_LINK = "13";
    static final String DISTRICT_LINK = "14";

    static final List<Person> PEOPLE = List.of(
            new Person("4", "Mary", "Ellis", COACH, "Reading specialist in the morning, coach in the afternoon."),
            new Person("5", "Ana", "Ruiz", COACH, "Math coach. Her work and Mary’s never mix."),
            new Person("3", "Ruth", "Adeyemi", TRAINER, "Leads the cohort and sees who has done what."),
            new Person("2", "Jonas", "Park", ADMINISTRATOR, "Installs, sets roles, reads counts, never notes."),
            new Person("6", "Dana", "Whitfield", PARTICIPANT, "Grade 6. Plans a lesson with Mary."),
            new Person("7", "Tom", "Becker", PARTICIPANT, "Grade 4. Works with Ana."),
            new Person("8", "Priya", "Nair", PARTICIPANT, "New at the school this year."),
            new Person("9", "Helen", "Brandt", OBSERVER, "Principal. Looks in, writes nothing."),
            new Person("15", "", "", PARTICIPANT, "Somebody whose name the LMS does not tell."));

    static final List<Course> COURSES = List.of(
            new Course(
                    TRAINING,
                    "LC3",
                    "Lincoln Cohort 3",
                    "The training course. Coaches are its students, so their points reach the gradebook.",
                    List.of("4", "5", "3", "9")),
            new Course(
                    COLLABORATION,
                    "LE6",
                    "Lincoln Elementary together",
                    "Where coaches and teachers work with each other.",
                    List.of("4", "5", "6", "7", "8", "3", "9", "15")));

    private static final Set<Person.Kind> EVERYBODY = Set.of(Person.Kind.values());
    private static final String LAUNCH = "/lti/launch";

    static final List<Link> LINKS = List.of(
            new Link(
                    SESSION_LINK,
                    TRAINING,
                    "Session 1",
                    "Graded: 25 points.",
                    LAUNCH,
                    Map.of("pc_activity", "session-1", "pc_purpose", "training"),
                    EVERYBODY),
            new Link(
                    HOME_LINK,
                    TRAINING,
                    "Peer Coaching",
                    "The way in to all sessions. Not graded.",
                    LAUNCH,
                    Map.of("pc_purpose", "training"),
                    EVERYBODY),
            new Link(
                    TOGETHER_LINK,
                    COLLABORATION,
                    "Peer Coaching",
                    "For teachers who plan with a coach.",
                    LAUNCH,
                    Map.of("pc_purpose", "collaboration"),
                    Set.of(PARTICIPANT, TRAINER, ADMINISTRATOR, OBSERVER)),
            new Link(
                    COACHES_LINK,
                    COLLABORATION,
                    "Peer Coaching for coaches",
                    "Shown only to the group “Coaches”.",
                    LAUNCH,
                    Map.of("pc_purpose", "collaboration", "pc_role", "coach"),
                    Set.of(COACH, TRAINER, ADMINISTRATOR)),
            new Link(
                    DISTRICT_LINK,
                    null,
                    "Peer Coaching for the district",
                    "Opens outside any course.",
                    LAUNCH,
                    Map.of(),
                    Set.of(ADMINISTRATOR)));

    static final List<Column> COLUMNS =
            List.of(new Column("101", TRAINING, "Session 1", 25, null, null, SESSION_LINK, false));

    private Cast() {}
}
