package org.peercoach.demo;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.demo.platform.DemoPlatform;
import org.peercoach.demo.platform.Person;

/** The pages of the LMS around its launches, and what its administrator turns. */
final class Site {

    private final DemoPlatform platform;
    private final Visitors visitors;
    private final StartPage start;
    private final CoursePages courses;
    private final ListPages lists;
    private final SetUpPage setUp;
    private final MailPages mails;

    Site(DemoPlatform platform, @Nullable MailCatcher catcher) {
        this.mails = new MailPages(catcher);
        this.platform = platform;
        this.visitors = new Visitors(platform);
        this.start = new StartPage(platform);
        this.courses = new CoursePages(platform);
        this.lists = new ListPages(platform);
        this.setUp = new SetUpPage(platform);
    }

    void addTo(Routes routes) {
        routes.get("/", (request, part) -> start.show())
                .get("/static/*", (request, part) -> StaticFiles.find(part).orElseGet(SmallPages::missing))
                .get("/parts/gradebook", (request, part) -> Response.html(200, start.gradebook()))
                .get("/parts/events", (request, part) -> Response.html(200, start.events()))
                .get("/gradebook", (request, part) -> lists.gradebook())
                .post("/gradebook/by-hand", (request, part) -> enter(request))
                .get("/people", (request, part) -> lists.people())
                .post("/people", (request, part) -> enrol(request))
                .get("/courses/*", this::course)
                .post("/courses/*/copy", this::copy)
                .get("/mails", (request, part) -> mails.list())
                .get("/mails/*", (request, part) -> mails.html(part))
                .get("/set-up", (request, part) -> setUp.show(request.query().get("said")))
                .post("/set-up", (request, part) -> turn(request))
                .post("/use", (request, part) -> use(request))
                .post("/deploy", (request, part) -> deploy(request))
                .post("/install", (request, part) -> install(request))
                .post("/reset", (request, part) -> reset());
    }

    private Response course(Request request, String id) {
        Optional<Person> person = visitors.in(request);
        if (person.isEmpty()) {
            return Response.seeOther("/");
        }
        return platform.world()
                .course(id)
                .filter(one -> platform.world().mayEnter(person.get(), one))
                .map(one -> courses.course(person.get(), one))
                .orElseGet(SmallPages::missing);
    }

    private Response enrol(Request request) {
        try {
            platform.enrol(
                    request.form().getOrDefault("course", ""),
                    request.form().getOrDefault("person", ""),
                    request.form().getOrDefault("change", ""));
            return Response.seeOther("/people");
        } catch (IllegalArgumentException e) {
            return SmallPages.say(400, "That cannot be done here", "Nothing was changed.");
        }
    }

    /** As a trainer does at the end of a year. */
    private Response copy(Request request, String id) {
        return visitors.in(request)
                .filter(CoursePages::mayCopy)
                .flatMap(person -> platform.world()
                        .course(id)
                        .filter(course -> platform.world().mayEnter(person, course)))
                .map(course -> Response.seeOther(
                        "/courses/" + platform.copies().copy(course).id()))
                .orElseGet(SmallPages::missing);
    }

    /** A trainer enters a grade by hand. */
    private Response enter(Request request) {
        Map<String, String> form = request.form();
        String points = form.getOrDefault("points", "").strip();
        try {
            platform.teacher()
                    .enter(
                            form.getOrDefault("column", ""),
                            form.getOrDefault("person", ""),
                            points.isEmpty() ? null : Double.valueOf(points));
            return Response.seeOther("/gradebook");
        } catch (IllegalArgumentException e) {
            return SmallPages.say(400, "That is no grade", "Enter a number, or nothing to remove the grade.");
        }
    }

    private Response turn(Request request) {
        try {
            platform.turn(request.form());
            return Response.seeOther("/set-up?said=saved");
        } catch (IllegalArgumentException e) {
            return SmallPages.say(400, "That is no habit of this LMS", String.valueOf(e.getMessage()));
        }
    }

    private Response use(Request request) {
        platform.tools().use(request.form().getOrDefault("client", ""));
        return Response.seeOther("/set-up?said=saved");
    }

    private Response deploy(Request request) {
        platform.tools().deploy(request.form().getOrDefault("client", ""));
        return Response.seeOther("/set-up?said=saved");
    }

    private Response install(Request request) {
        String tool = platform.toolBaseUrl();
        String url = platform.registrations()
                .installerUrl(tool + "/lti/register", request.form().get("client"));
        return SmallPages.install(url, tool);
    }

    private Response reset() {
        platform.reset();
        return Response.seeOther("/set-up?said=reset");
    }
}
