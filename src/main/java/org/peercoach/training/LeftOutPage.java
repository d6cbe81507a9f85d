package org.peercoach.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.survey.Surveys;
import org.springframework.stereotype.Component;

/** What a member has begun and the cohort leaves out: nothing typed is lost, so it is there to read and to copy. */
@Component
class LeftOutPage {

    private final WorksheetPage worksheets;
    private final Workbook workbook;
    private final Surveys surveys;

    LeftOutPage(WorksheetPage worksheets, Workbook workbook, Surveys surveys) {
        this.surveys = surveys;
        this.worksheets = worksheets;
        this.workbook = workbook;
    }

    /**
     * @param text what stands in free texts, or null
     * @param answers what stands in the fields of a worksheet
     * @param versions what was handed in, with what trainers said
     * @param survey where the answers to a questionnaire are, or null
     */
    public record LeftOutView(
            @Nullable String text,
            AnswersPage.AnswersView answers,
            List<WorksheetPage.VersionRow> versions,
            @Nullable String survey) {}

    /** A link from the session's page. */
    public record LeftOutRow(int number, String title, String path) {}

    LeftOutView of(Member member, ActivityContent activity, ActivityState state) {
        Work work = activity.work();
        boolean worksheet = work instanceof Work.Worksheet;
        List<FieldGroup> groups = worksheet ? work.groups() : List.of();
        return new LeftOutView(
                worksheet ? null : OpenWork.words(work, state.draft()),
                worksheet
                        ? AnswersPage.filled(groups, state.draft(), AnswersPage.Reader.AUTHOR)
                        : AnswersPage.earlier(work, state.draft()),
                worksheets.versions(member, groups, state, AnswersPage.Reader.AUTHOR),
                work instanceof Work.Survey survey
                        ? surveys.of(member, survey.key())
                                .map(Surveys.Standing::resultPath)
                                .orElse(null)
                        : null);
    }

    /** Whether there is anything to read; answers to a survey are kept in their own room. */
    boolean begun(Member member, ActivityContent activity, boolean started) {
        return started
                || activity.work() instanceof Work.Survey survey
                        && surveys.of(member, survey.key())
                                .filter(standing -> standing.state() != Surveys.State.UNTOUCHED)
                                .isPresent();
    }

    /** What a member has begun of a session that the cohort leaves out whole. */
    List<LeftOutRow> rows(Member member, SessionContent session) {
        return workbook.progress(member, List.of(session)).stream()
                .flatMap(progress -> session.activities().stream()
                        .filter(activity -> begun(member, activity, progress.started(activity))))
                .map(activity -> row(member, session, activity))
                .toList();
    }

    /** What a member has begun of what is not in their session. */
    List<LeftOutRow> rows(Member member, SessionContent whole, SessionProgress progress) {
        return whole.activities().stream()
                .filter(activity -> progress.session().activity(activity.id()).isEmpty())
                .filter(activity -> begun(member, activity, progress.started(activity)))
                .map(activity -> row(member, whole, activity))
                .toList();
    }

    private static LeftOutRow row(Member member, SessionContent session, ActivityContent activity) {
        return new LeftOutRow(activity.number(), activity.title(), member.path(session.path(activity)));
    }
}
