package org.peercoach.demo;

import java.util.stream.Stream;
import org.peercoach.demo.platform.DemoPlatform;
import org.peercoach.demo.platform.Switches;

/** How the LMS behaves: in short for the start page, and as a form. */
final class Behaviour {

    private static final String PANEL = """
            <section class="pc-panel" aria-labelledby="how"><h2 id="how">How this LMS behaves</h2>
            <dl class="pc-facts"><dt>Manner</dt><dd>{manner}</dd><dt>Services</dt><dd>{services}</dd><dt>Storage</dt><dd>{storage}</dd><dt>It tells</dt><dd>{privacy}</dd></dl>
            <p class="mt-3"><a href="/set-up">Change, install or reset</a></p></section>
            """;
    private static final String FORM = """
            <form method="post" action="/set-up" class="pc-stack">
            <div class="lms-choices">{groups}</div>
            <div class="pc-actions"><button class="btn btn-primary">Use these habits</button></div></form>
            """;
    private static final String GROUP = """
            <fieldset><legend>{title}</legend>{choices}</fieldset>
            """;
    private static final String CHOICE = """
            <label class="pc-choice"><input class="form-check-input" type="radio" name="{name}" value="{value}"{checked}><span>{words}<small>{more}</small></span></label>
            """;

    private final DemoPlatform platform;

    Behaviour(DemoPlatform platform) {
        this.platform = platform;
    }

    Markup panel() {
        Switches now = platform.switches();
        return Markup.of(
                PANEL,
                "manner",
                words(now.manner()),
                "services",
                words(now.services()),
                "storage",
                words(now.storage()),
                "privacy",
                words(now.privacy()));
    }

    Markup form() {
        Switches now = platform.switches();
        return Markup.of(
                FORM,
                "groups",
                Markup.all(Stream.of(
                        group("manner", "Manner", now.manner(), Switches.Manner.values()),
                        group("services", "Gradebook, roster and tokens", now.services(), Switches.Services.values()),
                        group("storage", "Proof of a launch kept by the LMS", now.storage(), Switches.Storage.values()),
                        group("privacy", "What it tells of people", now.privacy(), Switches.Privacy.values()),
                        group("frame", "The tool’s frame", now.frame(), Switches.Frame.values()))));
    }

    private static Markup group(String name, String title, Enum<?> now, Enum<?>[] all) {
        Stream<Markup> choices = Stream.of(all)
                .map(one -> Markup.of(
                        CHOICE,
                        "name",
                        name,
                        "value",
                        one.name(),
                        "checked",
                        one == now ? new Markup(" checked") : Markup.NONE,
                        "words",
                        words(one),
                        "more",
                        more(one)));
        return Markup.of(GROUP, "title", title, "choices", Markup.all(choices));
    }

    private static String words(Enum<?> position) {
        return switch (position) {
            case Switches.Manner manner -> manner == Switches.Manner.CANVAS ? "Like Canvas" : "Like Moodle";
            case Switches.Services services -> words(services);
            case Switches.Storage storage ->
                switch (storage) {
                    case NONE -> "Not offered";
                    case PARENT -> "In the page around the frame";
                    case FORWARDING -> "In a frame beside it";
                };
            case Switches.Privacy privacy ->
                switch (privacy) {
                    case NAME_AND_EMAIL -> "Name and e-mail";
                    case NAME_ONLY -> "The name";
                    case NOTHING -> "Nothing but a number";
                };
            case Switches.Frame frame -> frame == Switches.Frame.FILLING ? "Fills the window" : "Small, and grows";
            default -> throw new IllegalArgumentException(position.name());
        };
    }

    private static String words(Switches.Services services) {
        return switch (services) {
            case WORKING -> "Working";
            case SLOW -> "Slow";
            case FAILING -> "Failing";
            case THROTTLED -> "Too many requests";
            case SILENT -> "Silent";
            case OFF -> "Not offered";
        };
    }

    private static String more(Enum<?> position) {
        return switch (position) {
            case Switches.Manner manner ->
                manner == Switches.Manner.CANVAS
                        ? "Roles of the whole district in each launch, pages of ten, refusals as 422"
                        : "Tokens that live a minute, one exact media type, no two scores in one second";
            case Switches.Services services -> more(services);
            case Switches.Storage storage ->
                switch (storage) {
                    case NONE -> "The browser’s cookie must do";
                    case PARENT -> "For browsers that refuse cookies in frames";
                    case FORWARDING -> "The same, as Canvas does it";
                };
            case Switches.Privacy privacy ->
                switch (privacy) {
                    case NAME_AND_EMAIL -> "As most Moodles do";
                    case NAME_ONLY -> "As many districts prefer";
                    case NOTHING -> "All must work, even so";
                };
            case Switches.Frame frame ->
                frame == Switches.Frame.FILLING
                        ? "As for a whole activity"
                        : "As inside a page of the course: lti.frameResize is answered";
            default -> throw new IllegalArgumentException(position.name());
        };
    }

    private static String more(Switches.Services services) {
        return switch (services) {
            case WORKING -> "Every call is answered at once";
            case SLOW -> "Every answer takes some seconds";
            case FAILING -> "Every call is answered by an error 500";
            case THROTTLED -> "Every call is sent away for now";
            case SILENT -> "Calls are cut off without an answer, as in an outage";
            case OFF -> "Launches name no gradebook and no roster";
        };
    }
}
