package org.peercoach.demo.platform;

import java.util.List;

/** Which LTI roles a person gets, by the manner of the LMS (lti.md 3.6, moodle-4.5.md 4). */
final class Roles {

    private static final String VOCABULARY = "http://purl.imsglobal.org/vocab/lis/v2/";
    static final String LEARNER = VOCABULARY + "membership#Learner";
    static final String INSTRUCTOR = VOCABULARY + "membership#Instructor";
    static final String MENTOR = VOCABULARY + "membership#Mentor";
    private static final String INSTITUTION = VOCABULARY + "institution/person#";
    private static final String SYSTEM = VOCABULARY + "system/person#";

    private Roles() {}

    static List<String> atLaunch(Switches switches, Person person) {
        return switches.canvas() ? canvas(person) : moodle(person);
    }

    /** Canvas sends the roles in the whole institution, too: a teacher who learns here is an Instructor there. */
    private static List<String> canvas(Person person) {
        String user = SYSTEM + "User";
        return switch (person.kind()) {
            case COACH, PARTICIPANT -> List.of(INSTITUTION + "Instructor", INSTITUTION + "Student", LEARNER, user);
            case TRAINER -> List.of(INSTITUTION + "Instructor", INSTRUCTOR, user);
            case ADMINISTRATOR -> List.of(INSTITUTION + "Administrator", user);
            case OBSERVER -> List.of(INSTITUTION + "Observer", MENTOR, user);
        };
    }

    /** Moodle knows who may manage and who may not; it has no word for an observer. */
    private static List<String> moodle(Person person) {
        return switch (person.kind()) {
            case COACH, PARTICIPANT, OBSERVER -> List.of(LEARNER);
            case TRAINER -> List.of(INSTRUCTOR);
            case ADMINISTRATOR -> List.of(INSTITUTION + "Administrator", INSTRUCTOR, SYSTEM + "Administrator");
        };
    }

    /** In the roster Moodle uses short names, Canvas full ones. */
    static String inRoster(Switches switches, Person person) {
        String role = switch (person.kind()) {
            case TRAINER, ADMINISTRATOR -> INSTRUCTOR;
            case OBSERVER -> switches.canvas() ? MENTOR : LEARNER;
            case COACH, PARTICIPANT -> LEARNER;
        };
        return switches.moodle() ? role.substring(role.indexOf('#') + 1) : role;
    }

    /** What Canvas calls the role in {@code $Canvas.membership.roles}. */
    static String canvasName(Person person) {
        return switch (person.kind()) {
            case COACH, PARTICIPANT -> "StudentEnrollment";
            case TRAINER -> "TeacherEnrollment";
            case OBSERVER -> "ObserverEnrollment";
            case ADMINISTRATOR -> "Account Admin";
        };
    }
}
