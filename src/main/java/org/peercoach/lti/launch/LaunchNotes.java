package org.peercoach.lti.launch;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.lti.LtiLaunch;
import org.peercoach.lti.LtiRole;
import org.peercoach.lti.diagnosis.LaunchJournal;
import org.peercoach.lti.diagnosis.LaunchNote;
import org.peercoach.lti.diagnosis.LaunchNote.Browser;
import org.peercoach.lti.diagnosis.LaunchNote.Finding;
import org.peercoach.lti.diagnosis.LaunchNote.Origin;
import org.peercoach.lti.diagnosis.LaunchNote.Storage;
import org.peercoach.lti.registration.Registration;
import org.peercoach.shared.ProblemPage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Writes down for the launch doctor how each login and launch ended. */
@Component
class LaunchNotes {

    /** Not an end: the platform's storage is asked, and what comes of that is a note of its own. */
    static final String STORAGE_ASKED = "STORAGE-ASKED";

    private final Consumer<LaunchNote> journal;

    @Autowired
    LaunchNotes(LaunchJournal journal) {
        this(journal::noteSoon);
    }

    /** @param journal who keeps the notes */
    LaunchNotes(Consumer<LaunchNote> journal) {
        this.journal = journal;
    }

    /** A login or launch that ended on this page. */
    void refused(ProblemPage page, LaunchRefused refused, HttpServletRequest request) {
        Fault first = refused.faults().getFirst();
        TokenFacts facts = refused.facts();
        journal.accept(new LaunchNote(
                page.code(),
                page.reference().value(),
                refused.rules(),
                new Origin(
                        id(refused.registration()),
                        refused.issuer(),
                        facts == null ? null : facts.deploymentId(),
                        facts == null ? null : facts.messageType()),
                new Finding(first.expected(), first.received(), facts == null ? null : facts.clockSeconds(), null),
                browser(request)));
    }

    /** A browser that could not be proved, and was offered a new tab. */
    void notProved(ProblemPage page, BrowserNotProved notProved) {
        note(page.code(), page.reference().value(), notProved);
    }

    /** A browser that could not be proved by its cookie, and whose platform's storage is asked now. */
    void storageAsked(BrowserNotProved notProved) {
        note(STORAGE_ASKED, null, notProved);
    }

    /** A launch that the room above has ended on a page of its own. */
    void stopped(ProblemPage page, LtiLaunch launch) {
        journal.accept(new LaunchNote(
                page.code(), page.reference().value(), List.of(), origin(launch, null), Finding.NONE, browser(launch)));
    }

    void opened(OpenedLaunch opened) {
        LtiLaunch launch = opened.launch();
        TokenFacts facts = opened.facts();
        String remark = opened.landing().remark();
        String roles = remark == null ? null : rolesOf(launch);
        journal.accept(new LaunchNote(
                LaunchNote.OPENED,
                null,
                List.of(),
                origin(launch, facts.deploymentId()),
                new Finding(null, roles, facts.clockSeconds(), remark),
                browser(launch)));
    }

    /** A fault of ours. */
    void failed(ProblemPage page, HttpServletRequest request) {
        journal.accept(new LaunchNote(
                page.code(), page.reference().value(), List.of(), Origin.UNKNOWN, Finding.NONE, browser(request)));
    }

    private void note(String result, @Nullable String reference, BrowserNotProved notProved) {
        boolean offered = notProved.answer().pending().storageTarget() != null;
        Storage storage =
                offered ? notProved.storageUntried() ? Storage.NOT_NEEDED : Storage.NOTHING_FOUND : Storage.NOT_OFFERED;
        journal.accept(new LaunchNote(
                result,
                reference,
                List.of("LTI-C6"),
                new Origin(notProved.registration().id(), null, null, null),
                Finding.NONE,
                new Browser(false, offered && notProved.storageUntried() ? null : storage)));
    }

    private static Origin origin(LtiLaunch launch, @Nullable String deployment) {
        return new Origin(launch.target().registrationId(), null, deployment, launch.messageType());
    }

    private static Browser browser(LtiLaunch launch) {
        return new Browser(!launch.byStorage(), launch.byStorage() ? Storage.USED : Storage.NOT_NEEDED);
    }

    /** Where each role holds and what it is, such as {@code institution Guest}; what is no role of LTI stays as sent. */
    private static String rolesOf(LtiLaunch launch) {
        return launch.roles().stream()
                .map(sent -> LtiRole.parse(sent)
                        .map(role -> role.scope().name().toLowerCase(Locale.ROOT) + " " + role.name())
                        .orElse(sent))
                .collect(Collectors.joining(", "));
    }

    /** At a login the browser has not been asked for anything yet. */
    private static Browser browser(HttpServletRequest request) {
        boolean launch = request.getRequestURI().equals(LtiLaunchFilter.PATH);
        String state = launch ? parameter(request, "state") : null;
        if (state == null) {
            return Browser.UNTRIED;
        }
        boolean stored = parameter(request, LtiLaunchAuthenticationConverter.STORAGE_SECRET) != null;
        return new Browser(BrowserSecrets.of(state, request) != null, stored ? Storage.USED : null);
    }

    /** Null also where the container could not read the form; that may be why we are here. */
    private static @Nullable String parameter(HttpServletRequest request, String name) {
        try {
            return request.getParameter(name);
        } catch (IllegalStateException unreadable) {
            return null;
        }
    }

    private static long id(@Nullable Registration registration) {
        return registration == null ? 0 : registration.id();
    }
}
