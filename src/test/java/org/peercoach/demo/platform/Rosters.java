package org.peercoach.demo.platform;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names and Role Provisioning Services 2.0. */
final class Rosters {

    static final String MEMBERS = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
    private static final Pattern PATH = Pattern.compile("/services/CourseSection/(\\w+)/bindings/1/memberships");
    /** Canvas gives 50 at once; here 5, so that a class of eight already has two pages. */
    private static final int CANVAS_PAGE = 5;
    /** Moodle gives as many as it is asked for, and all when it is not asked; here 2 of those at most. */
    private static final int MOODLE_PAGE = 2;

    private final Parts parts;
    private final ServiceDoor door;

    Rosters(Parts parts, ServiceDoor door) {
        this.parts = parts;
        this.door = door;
    }

    static boolean serves(String path) {
        return PATH.matcher(path).matches();
    }

    ServiceAnswer answer(ServiceCall call) {
        door.open(call, List.of(Scopes.ROSTER), MEMBERS);
        parts.counters().count("rosterReads");
        Matcher at = PATH.matcher(call.path());
        String id = at.matches() ? at.group(1) : "";
        Course course =
                parts.world().course(id).orElseThrow(() -> door.notFound(call, "Course " + id + " doesn't exist"));
        String linkId = call.query().get("rlid");
        if (linkId != null && parts.world().link(linkId).isEmpty()) {
            throw door.notFound(call, "LTI link " + linkId + " doesn't exist");
        }
        return page(call, course);
    }

    private ServiceAnswer page(ServiceCall call, Course course) {
        boolean canvas = parts.switches().canvas();
        List<Person> all = parts.world().membersOf(course).stream()
                .filter(one -> canvas || !parts.world().enrolments().keepsOut(course, one)) // Moodle hides them
                .filter(one -> wanted(one, call.query().get("role")))
                .toList();
        int most = canvas ? CANVAS_PAGE : call.query().containsKey("limit") ? MOODLE_PAGE : Integer.MAX_VALUE / 2;
        int size = Math.clamp(call.number("limit", most), 1, most);
        int from = call.number("from", 0);
        List<Map<String, Object>> members = Pages.page(all, from, size).stream()
                .map(one -> member(course, one))
                .toList();
        Object context = Json.members("id", course.id(), "label", course.label(), "title", course.title());
        ServiceAnswer answer = ServiceAnswer.of(
                200,
                MEMBERS + "; charset=utf-8",
                Json.members("id", parts.endpoints().memberships(course.id()), "context", context, "members", members));
        String url = parts.endpoints().memberships(course.id());
        return from + size < all.size() ? answer.with("Link", Pages.next(url, next(call), from + size, size)) : answer;
    }

    /** Moodle's link to the next page forgets the role that was asked for. */
    private Map<String, String> next(ServiceCall call) {
        String role = call.query().get("role");
        return role == null || parts.switches().moodle() ? Map.of() : Map.of("role", role);
    }

    /** Moodle filters by Learner and Instructor only; of any other role it returns everybody. */
    private boolean wanted(Person person, @Nullable String role) {
        if (role == null) {
            return true;
        }
        String name = role.substring(role.indexOf('#') + 1).toLowerCase(Locale.ROOT);
        String has = Roles.inRoster(parts.switches(), person);
        boolean known = name.equals("learner") || name.equals("instructor");
        return !known
                || has.substring(has.indexOf('#') + 1).toLowerCase(Locale.ROOT).equals(name);
    }

    private Map<String, Object> member(Course course, Person person) {
        boolean named = person.named() && parts.switches().privacy() != Switches.Privacy.NOTHING;
        boolean mailed = person.named() && parts.switches().privacy() == Switches.Privacy.NAME_AND_EMAIL;
        boolean suspended = parts.world().enrolments().keepsOut(course, person);
        return Json.members(
                "status", suspended ? "Inactive" : "Active",
                "roles", List.of(Roles.inRoster(parts.switches(), person)),
                "user_id", person.id(),
                "name", named ? person.name() : null,
                "given_name", named ? person.givenName() : null,
                "family_name", named ? person.familyName() : null,
                "email", mailed ? person.email() : null);
    }
}
