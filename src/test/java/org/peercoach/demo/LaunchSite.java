package org.peercoach.demo;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.peercoach.demo.platform.AuthAnswer;
import org.peercoach.demo.platform.DeepLinks;
import org.peercoach.demo.platform.DemoPlatform;
import org.peercoach.demo.platform.Flaw;
import org.peercoach.demo.platform.Launches;
import org.peercoach.demo.platform.Link;
import org.peercoach.demo.platform.Order;
import org.peercoach.demo.platform.Person;
import org.peercoach.demo.platform.Special;

/** A launch as a browser goes through it: page with the frame, login, authentication, and the way back. */
final class LaunchSite {

    private final DemoPlatform platform;
    private final Visitors visitors;
    private final CoursePages courses;

    LaunchSite(DemoPlatform platform) {
        this.platform = platform;
        this.visitors = new Visitors(platform);
        this.courses = new CoursePages(platform);
    }

    void addTo(Routes routes) {
        routes.post("/open", (request, part) -> open(request))
                .get("/courses/?/links/*", this::page)
                .get("/district/links/*", this::page)
                .get("/parts/grade", (request, part) -> grade(request))
                .get("/launch/*", this::launch)
                .get("/auth", (request, part) -> authorize(request))
                .post("/auth", (request, part) -> authorize(request))
                .get("/post-message-forwarding", (request, part) -> SmallPages.forwarder(platform.toolBaseUrl()))
                .get("/return", (request, part) -> comeBack(request))
                .post("/deep-link/return", (request, part) -> picked(request));
    }

    /** Signs in as somebody and goes to the page with the frame. */
    private Response open(Request request) {
        Map<String, String> form = request.form();
        Optional<Link> link = platform.world().link(form.getOrDefault("link", ""));
        Optional<Person> person = platform.world().person(form.getOrDefault("person", ""));
        if (link.isEmpty() || person.isEmpty()) {
            return SmallPages.missing();
        }
        String courseId = link.get().courseId();
        String place = courseId == null ? "/district/links/" : "/courses/" + courseId + "/links/";
        return Visitors.signIn(
                person.get(), Response.seeOther(place + link.get().id() + wishes(form)));
    }

    private static String wishes(Map<String, String> parameters) {
        Flaw flaw = flaw(parameters);
        if ("yes".equals(parameters.get("pick"))) {
            return "?pick=yes";
        }
        Special.Kind kind = kind(parameters);
        if (kind != Special.Kind.NONE) {
            return "?message=" + kind + "&about="
                    + parameters.getOrDefault("about", "").replaceAll("[^0-9]", "");
        }
        return flaw == Flaw.NONE ? "" : "?flaw=" + flaw;
    }

    private static Special.Kind kind(Map<String, String> parameters) {
        String name = parameters.getOrDefault("message", "");
        return Arrays.stream(Special.Kind.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(Special.Kind.NONE);
    }

    /** SpeedGrader opens what the tool named with the person's last score. */
    private Special special(String linkId, Map<String, String> query) {
        Special.Kind kind = kind(query);
        String about = query.getOrDefault("about", "");
        String target = kind == Special.Kind.SPEED_GRADER
                ? platform.submissionUrl(linkId, about).orElseThrow(() -> new IllegalArgumentException("nothing there"))
                : null;
        return new Special(kind, about.isEmpty() ? null : about, target);
    }

    private static Flaw flaw(Map<String, String> parameters) {
        String name = parameters.getOrDefault("flaw", "").toUpperCase(Locale.ROOT);
        return Arrays.stream(Flaw.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(Flaw.NONE);
    }

    private Response page(Request request, String linkId) {
        Optional<Person> person = visitors.in(request);
        if (person.isEmpty()) {
            return Response.seeOther("/");
        }
        return platform.world()
                .link(linkId)
                .filter(one -> platform.world().mayOpen(person.get(), one))
                .map(one -> courses.launch(person.get(), one, wishes(request.query())))
                .orElseGet(SmallPages::missing);
    }

    /** Inside the frame (or a new window): the login initiation. */
    private Response launch(Request request, String linkId) {
        Optional<Person> person = visitors.in(request);
        if (person.isEmpty()) {
            return Response.seeOther("/");
        }
        Map<String, String> query = request.query();
        Order order = Order.of(person.get().id(), linkId).with(flaw(query));
        order = query.containsKey("window") ? order.inWindow() : order;
        order = query.containsKey("pick") ? order.picking() : order;
        try {
            order = order.with(special(linkId, query));
            Launches.Start begun = platform.launches().begin(order);
            return SmallPages.autoPost("Opening Peer Coaching", begun.url(), begun.fields());
        } catch (IllegalArgumentException e) {
            return SmallPages.missing();
        }
    }

    /**
     * The authentication request. When another site's script sent the browser here, it leaves our cookie at home; then
     * a page posts the request to itself, as Moodle does, and the cookie comes along.
     */
    private Response authorize(Request request) {
        Map<String, String> parameters = new LinkedHashMap<>(request.parameters());
        boolean again = parameters.remove("again") != null;
        Optional<Person> person = visitors.in(request);
        if (person.isEmpty() && !again) {
            return SmallPages.autoPost("Signing in", "/auth?again=yes", parameters);
        }
        return answer(
                platform.launches().authorize(parameters, person.map(Person::id).orElse(null)));
    }

    private static Response answer(AuthAnswer answer) {
        return switch (answer) {
            case AuthAnswer.FormPost post -> SmallPages.autoPost("Opening Peer Coaching", post.url(), post.fields());
            case AuthAnswer.Refused refused -> SmallPages.say(400, "The LMS refused the launch", refused.reason());
        };
    }

    private Response grade(Request request) {
        Optional<Link> link = platform.world().link(request.query().getOrDefault("link", ""));
        Optional<Person> person = visitors.in(request);
        return link.isPresent() && person.isPresent()
                ? Response.html(200, courses.grade(person.get(), link.get()))
                : SmallPages.missing();
    }

    private static Response comeBack(Request request) {
        String error = request.query().get("lti_errormsg");
        String message = request.query().get("lti_msg");
        String words = error != null ? error : message == null ? "You have left Peer Coaching." : message;
        return SmallPages.say(200, "Back in the LMS", words);
    }

    private Response picked(Request request) {
        try {
            DeepLinks.Outcome outcome = platform.deepLinks()
                    .accept(
                            request.query().getOrDefault("id", ""),
                            request.form().getOrDefault("JWT", ""));
            return SmallPages.picked(
                    outcome.added().stream().map(Link::title).toList(), outcome.message(), outcome.courseId());
        } catch (IllegalArgumentException e) {
            return SmallPages.say(400, "Nothing was added", String.valueOf(e.getMessage()));
        }
    }
}
