package org.peercoach.course.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.peercoach.course.launch.Texts;
import org.peercoach.lti.LtiRole;

/** What somebody is in the LMS's course, in one word: the same for every spelling of the roles (LTI-T21). */
enum LmsWords {
    TEACHING_ASSISTANT,
    INSTRUCTOR,
    ADMINISTRATOR,
    CONTENT_DEVELOPER,
    MENTOR,
    LEARNER,
    MEMBER,
    OTHER,
    NONE;

    private static final String LINE = "\n";
    private static final int WIDTH = 4000;

    /** The one that says most; roles outside the course say nothing (LTI-T22). */
    static LmsWords of(List<String> roles) {
        List<LtiRole> here = roles.stream()
                .map(LtiRole::parse)
                .flatMap(Optional::stream)
                .filter(role -> role.scope() == LtiRole.Scope.CONTEXT)
                .toList();
        return here.stream().map(LmsWords::of).min(Enum::compareTo).orElse(NONE);
    }

    /** Of roles as they are stored, one a line. */
    static LmsWords ofStored(String lines) {
        return of(Arrays.asList(lines.split(LINE)));
    }

    /** As many roles as a column holds, one a line. */
    static String stored(List<String> roles) {
        String lines = String.join(LINE, roles);
        if (lines.length() <= WIDTH) {
            return lines;
        }
        int end = lines.lastIndexOf(LINE, WIDTH);
        return end < 0 ? Texts.cut(lines, WIDTH) : lines.substring(0, end);
    }

    /**
     * Whether a list and a launch disagree. A platform may tell the finer role in one of them only, so an assistant is
     * no other than an instructor.
     */
    boolean contradicts(LmsWords launch) {
        return plain() != launch.plain();
    }

    private LmsWords plain() {
        return this == TEACHING_ASSISTANT ? INSTRUCTOR : this;
    }

    private static LmsWords of(LtiRole role) {
        boolean assists = "TeachingAssistant".equals(role.subRole()) || "Grader".equals(role.subRole());
        return switch (role.name()) {
            case "Instructor" -> assists ? TEACHING_ASSISTANT : INSTRUCTOR;
            case "Administrator" -> ADMINISTRATOR;
            case "ContentDeveloper" -> CONTENT_DEVELOPER;
            case "Mentor" -> MENTOR;
            case "Learner" -> LEARNER;
            case "Member" -> MEMBER;
            default -> OTHER;
        };
    }
}
