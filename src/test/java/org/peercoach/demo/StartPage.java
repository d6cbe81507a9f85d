package org.peercoach.demo;

import java.util.stream.Stream;
import org.peercoach.demo.platform.Course;
import org.peercoach.demo.platform.DemoPlatform;
import org.peercoach.demo.platform.Flaw;
import org.peercoach.demo.platform.Link;
import org.peercoach.demo.platform.Person;

/** The first page: who is who, what to click, where the grade will appear. */
final class StartPage {

    private static final int EVENTS = 8;
    private static final String MAIN = """
            <div class="pc-head"><div><h1 tabindex="-1">Try it as somebody</h1>
              <p>A small LMS for trying things out. Each button is a real, signed LTI launch of Peer Coaching. All people are invented.</p></div></div>
            <div class="pc-stack">
            {note}
            <section aria-labelledby="who"><h2 id="who">Who is who</h2><ul class="pc-cards">{cards}</ul></section>
            <div class="pc-cols"><div class="pc-stack">
              <section class="pc-panel pc-panel-flush" aria-labelledby="book">
                <div class="pc-panel-head"><h2 id="book">Gradebook of the demo LMS</h2><a class="pc-small" href="/gradebook">All courses</a></div>
                <div data-live="/parts/gradebook">{gradebook}</div>
              </section>
              <section class="pc-panel pc-panel-flush" aria-labelledby="log">
                <div class="pc-panel-head"><h2 id="log">What happened</h2><a class="pc-small" href="/">Refresh</a></div>
                <div data-live="/parts/events">{events}</div>
              </section>
            </div>
            <div class="pc-stack">{others}{behaviour}</div></div>
            </div>
            """;
    private static final String NOTE = """
            <div class="pc-note pc-info">{icon}<div><p class="m-0">New here? Begin as <strong>Mary</strong> and finish an activity of Session 1: her points appear in the gradebook below within seconds. Then look at the same course as <strong>Ruth</strong>.</p></div></div>
            """;
    private static final String AWAY = """
            <div class="pc-note pc-warn">{icon}<div><p class="m-0">Peer Coaching does not answer at {tool} at the moment. Launches open as soon as it does; load this page again to see.</p></div></div>
            """;
    private static final String CARD = """
            <li><div class="pc-person"><span class="pc-avatar" aria-hidden="true">{initials}</span><div><h3>{name}</h3><p>{kind} · {role} in the LMS</p></div></div>
            <p class="pc-small m-0">{about}</p>
            <p class="pc-small pc-muted m-0">Opens “{link}” in {course}.</p>
            <form method="post" action="/open"><input type="hidden" name="person" value="{id}"><input type="hidden" name="link" value="{linkId}">
              <button class="btn {style} w-100">Open as {first}{arrow}</button></form>{add}</li>
            """;
    private static final String UNSEEN =
            " Moodle has no word for that, so she opens as one more coach until somebody gives her another role.";
    private static final String ADD = """
            <form method="post" action="/open"><input type="hidden" name="person" value="{id}"><input type="hidden" name="link" value="{linkId}"><input type="hidden" name="pick" value="yes">
              <button class="btn btn-outline-secondary w-100">{icon}Add an activity</button></form>
            """;
    private static final String OTHERS = """
            <section class="pc-panel" aria-labelledby="others"><h2 id="others">Other launches</h2>
            <ul class="pc-list">{rows}</ul>
            <h3 class="lms-sub">Launches that must be refused</h3>
            <ul class="pc-list">{refused}</ul></section>
            """;
    private static final String OTHER = """
            <li class="py-2"><form method="post" action="/open">
              <input type="hidden" name="person" value="{person}"><input type="hidden" name="link" value="{link}"><input type="hidden" name="flaw" value="{flaw}">
              <button class="btn btn-link lms-link">{words}</button></form></li>
            """;

    private final DemoPlatform platform;
    private final GradebookTable gradebook;
    private final EventList events;
    private final ToolHealth health;

    StartPage(DemoPlatform platform) {
        this.platform = platform;
        this.gradebook = new GradebookTable(platform, false);
        this.events = new EventList(platform);
        this.health = new ToolHealth(platform.toolBaseUrl());
    }

    Response show() {
        Markup main = Markup.of(
                MAIN,
                "note",
                note(),
                "cards",
                Markup.all(platform.world().people().stream().map(this::card)),
                "gradebook",
                gradebook(),
                "events",
                events(),
                "others",
                others(),
                "behaviour",
                new Behaviour(platform).panel());
        return Response.html(200, Frame.around(Frame.Page.of("Try it as somebody", "/", main)));
    }

    private Markup note() {
        return health.answers()
                ? Markup.of(NOTE, "icon", Markup.icon("info"))
                : Markup.of(AWAY, "icon", Markup.icon("warning"), "tool", platform.toolBaseUrl());
    }

    /** The training course's part, the one to watch. */
    Markup gradebook() {
        return gradebook.of(platform.world().courses().getFirst());
    }

    Markup events() {
        return events.latest(EVENTS);
    }

    private Markup card(Person person) {
        Link link = platform.world().firstLink(person);
        boolean unseen =
                person.kind() == Person.Kind.OBSERVER && platform.switches().moodle();
        boolean first = person.equals(platform.world().people().getFirst());
        return Markup.of(
                CARD,
                "initials",
                person.initials(),
                "name",
                person.name(),
                "kind",
                person.kind().title(),
                "role",
                unseen ? "student" : person.lmsRole().toLowerCase(java.util.Locale.ROOT),
                "about",
                unseen ? person.about() + UNSEEN : person.about(),
                "link",
                link.title(),
                "course",
                courseTitle(link),
                "id",
                person.id(),
                "linkId",
                link.id(),
                "style",
                first ? "btn-primary" : "btn-outline-secondary",
                "first",
                person.givenName().isEmpty() ? person.name() : person.givenName(),
                "arrow",
                Markup.icon("forward"),
                "add",
                person.kind() == Person.Kind.TRAINER && platform.tools().inUse().picks()
                        ? add(person, link)
                        : Markup.NONE);
    }

    /** The tool's picker, as it opens from a course of an LMS. */
    static Markup add(Person trainer, Link link) {
        return Markup.of(ADD, "id", trainer.id(), "linkId", link.id(), "icon", Markup.icon("plug"));
    }

    private String courseTitle(Link link) {
        String id = link.courseId();
        return id == null ? "" : platform.world().course(id).map(Course::title).orElse("");
    }

    private Markup others() {
        Person coach = platform.world().people().getFirst();
        Person administrator = person(Person.Kind.ADMINISTRATOR);
        Stream<Markup> sound = Stream.of(other(
                administrator,
                platform.world().districtLink(),
                Flaw.NONE,
                "As " + administrator.givenName() + ", from the district’s account (no course)"));
        Stream<Markup> refused = Stream.of(Flaw.values())
                .filter(one -> one != Flaw.NONE)
                .map(one -> other(coach, platform.world().firstLink(coach), one, one.words()));
        return Markup.of(OTHERS, "rows", Markup.all(sound), "refused", Markup.all(refused));
    }

    private static Markup other(Person person, Link link, Flaw flaw, String words) {
        return Markup.of(OTHER, "person", person.id(), "link", link.id(), "flaw", flaw, "words", words);
    }

    private Person person(Person.Kind kind) {
        return platform.world().people().stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
