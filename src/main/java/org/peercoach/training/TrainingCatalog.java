package org.peercoach.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.Markdown;
import org.peercoach.shared.ProblemPage;
import org.peercoach.training.cohort.CohortPlan;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** All sessions, read and checked once at start: a fault in a content file stops the start and names the place. */
@Component
class TrainingCatalog {

    private final List<SessionTitle> titles;
    private final List<SessionContent> sessions;
    private final List<HelpSheet> sheets;

    @Autowired
    TrainingCatalog(Markdown markdown) {
        ContentFiles files = new ContentFiles(markdown);
        titles = files.titles();
        sessions = titles.stream()
                .filter(title -> title.folder() != null)
                .map(files::session)
                .toList();
        sheets = files.sheets();
        List<String> faults = new ArrayList<>(SheetRules.faults(sheets, sessions));
        sessions.forEach(session -> faults.addAll(ContentRules.faults(session)));
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Training content is wrong: " + String.join("; ", faults));
        }
    }

    /** What somebody else has checked. */
    private TrainingCatalog(List<SessionTitle> titles, List<SessionContent> sessions, List<HelpSheet> sheets) {
        this.titles = titles;
        this.sessions = sessions;
        this.sheets = sheets;
    }

    /** The same path with these texts. */
    TrainingCatalog with(List<SessionContent> others, List<HelpSheet> otherSheets) {
        List<SessionTitle> named = titles.stream()
                .map(title -> others.stream()
                        .filter(session -> session.number() == title.number())
                        .findFirst()
                        .map(title::named)
                        .orElse(title))
                .toList();
        return new TrainingCatalog(named, others, otherSheets);
    }

    /** The sessions that a cohort has, in its order; numbers stay as they are. */
    TrainingCatalog as(CohortPlan plan) {
        if (plan.sessionsOff().isEmpty() && plan.order().isEmpty()) {
            return this;
        }
        return new TrainingCatalog(
                titles.stream()
                        .filter(title -> !plan.leavesOut(title.number()))
                        .sorted(Comparator.comparing(title -> plan.place(title.number())))
                        .toList(),
                sessions.stream()
                        .filter(session -> !plan.leavesOut(session.number()))
                        .sorted(Comparator.comparing(session -> plan.place(session.number())))
                        .toList(),
                sheets);
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

    /** What a session is called in short, open or not; nothing for one that is not there. */
    String shortTitle(int number) {
        return title(number).map(SessionTitle::shortTitle).orElse("");
    }

    /**
     * The session of an address.
     *
     * @throws ProblemPage.Thrown 404 if it is not open
     */
    SessionContent atAddress(int number) {
        return session(number).orElseThrow(ProblemPage::notHere);
    }

    /**
     * The activity of an address.
     *
     * @throws ProblemPage.Thrown 404 if the session is not open or has no such activity
     */
    ActivityContent atAddress(int number, String activityId) {
        return atAddress(number).activity(activityId).orElseThrow(ProblemPage::notHere);
    }

    /** The help sheets, in their order. */
    List<HelpSheet> sheets() {
        return sheets;
    }

    Optional<HelpSheet> sheet(@Nullable String key) {
        return sheets.stream().filter(sheet -> sheet.key().equals(key)).findFirst();
    }

    /**
     * The help sheet of an address.
     *
     * @throws ProblemPage.Thrown 404 if there is none
     */
    HelpSheet sheetAtAddress(String key) {
        return sheet(key).orElseThrow(ProblemPage::notHere);
    }
}
