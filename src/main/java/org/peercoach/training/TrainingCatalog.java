package org.peercoach.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peercoach.shared.Markdown;
import org.peercoach.shared.ProblemPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** All sessions, read and checked once at start: a fault in a content file stops the start and names the place. */
@Component
class TrainingCatalog {

    private final List<SessionTitle> titles;
    private final List<SessionContent> sessions;

    TrainingCatalog(Markdown markdown) {
        ContentFiles files = new ContentFiles(markdown);
        titles = files.titles();
        sessions = titles.stream()
                .filter(title -> title.folder() != null)
                .map(files::session)
                .toList();
        List<String> faults = new ArrayList<>();
        sessions.forEach(session -> faults.addAll(ContentRules.faults(session)));
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Training content is wrong: " + String.join("; ", faults));
        }
    }

    /** The path, open and coming sessions alike. */
    List<SessionTitle> titles() {
        return titles;
    }

    /** The sessions that are open. */
    List<SessionContent> sessions() {
        return sessions;
    }

    Optional<SessionContent> session(int number) {
        return sessions.stream().filter(session -> session.number() == number).findFirst();
    }

    /** What a session is called and about, open or not. */
    Optional<SessionTitle> title(int number) {
        return titles.stream().filter(title -> title.number() == number).findFirst();
    }

    /**
     * The session of an address.
     *
     * @throws ProblemPage.Thrown 404 if it is not open
     */
    SessionContent atAddress(int number) {
        return session(number).orElseThrow(TrainingCatalog::notHere);
    }

    /**
     * The activity of an address.
     *
     * @throws ProblemPage.Thrown 404 if the session is not open or has no such activity
     */
    ActivityContent atAddress(int number, String activityId) {
        return atAddress(number).activity(activityId).orElseThrow(TrainingCatalog::notHere);
    }

    private static ProblemPage.Thrown notHere() {
        return ProblemPage.of(HttpStatus.NOT_FOUND, "NOT-FOUND", "shared.problem.not-found")
                .thrown();
    }
}
