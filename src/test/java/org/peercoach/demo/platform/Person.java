package org.peercoach.demo.platform;

/**
 * Somebody in the demo's world; nobody real.
 *
 * @param id the {@code sub} of launches; a tiny number, as on Moodle, so that two LMSs give the same ones
 * @param about one sentence for visitors
 */
public record Person(String id, String givenName, String familyName, Kind kind, String about) {

    /** What the person does in the program; the LMS itself knows only {@link #lmsRole}. */
    public enum Kind {
        COACH("Coach"),
        PARTICIPANT("Collaborating teacher"),
        TRAINER("Trainer"),
        ADMINISTRATOR("District administrator"),
        OBSERVER("Observer");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** For people to read. */
        public String title() {
            return title;
        }
    }

    /** For people to read; somebody without a name is called by the number. */
    public String name() {
        return named() ? givenName + " " + familyName : "Number " + id;
    }

    /** Some people have no name in their LMS. */
    boolean named() {
        return !givenName.isEmpty();
    }

    /** The same person as something else. */
    Person as(Kind other) {
        return new Person(id, givenName, familyName, other, about);
    }

    public String initials() {
        return named() ? givenName.substring(0, 1) + familyName.charAt(0) : "#";
    }

    public String email() {
        return named() ? (givenName + "." + familyName).toLowerCase(java.util.Locale.ROOT) + "@lincoln.example" : "";
    }

    /** What the LMS calls this person in a course. */
    public String lmsRole() {
        return switch (kind) {
            case COACH, PARTICIPANT -> "Student";
            case TRAINER -> "Teacher";
            case ADMINISTRATOR -> "Administrator";
            case OBSERVER -> "Observer";
        };
    }

    /** LMSs take grades only for students (LTI-A18), so coaches are students here. */
    public boolean gradable() {
        return kind == Kind.COACH || kind == Kind.PARTICIPANT;
    }
}
