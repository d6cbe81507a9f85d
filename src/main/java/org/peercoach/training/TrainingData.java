package org.peercoach.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.course.data.KeptData;
import org.peercoach.course.data.KeptDataProvider;
import org.springframework.stereotype.Component;

/** A member's own work, whole: drafts, answers, finished versions and tries. */
@Component
class TrainingData implements KeptDataProvider {

    private final Workbook workbook;
    private final GivenMarks marks;
    private final MarkDrafts drafts;

    TrainingData(Workbook workbook, GivenMarks marks, MarkDrafts drafts) {
        this.workbook = workbook;
        this.marks = marks;
        this.drafts = drafts;
    }

    @Override
    public List<KeptData> of(Member member) {
        List<ActivityState> states = workbook.states(member);
        Map<Long, String> activityOf =
                states.stream().collect(Collectors.toMap(ActivityState::id, ActivityState::activityId));
        return List.of(
                new KeptData(
                        "activities",
                        "training.data.activities",
                        states.stream().map(TrainingData::activity).toList()),
                new KeptData(
                        "handedIn",
                        "training.data.handed-in",
                        workbook.allHandedIn(states).stream()
                                .map(one -> handedIn(activityOf.getOrDefault(one.stateId(), ""), one))
                                .toList()),
                marks("marks", "training.data.marks", marks.got(member)),
                marks("marksGiven", "training.data.marks-given", marks.gave(member)),
                new KeptData(
                        "markDrafts",
                        "training.data.mark-drafts",
                        drafts.of(member).stream().map(TrainingData::draft).toList()));
    }

    private static KeptData marks(String key, String title, List<GivenMarks.AboutActivity> about) {
        return new KeptData(key, title, about.stream().map(TrainingData::mark).toList());
    }

    private static Map<String, @Nullable Object> draft(MarkDrafts.Draft draft) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("verdict", draft.verdict());
        row.put("comment", draft.comment());
        row.put("at", draft.at());
        return row;
    }

    private static Map<String, @Nullable Object> mark(GivenMarks.AboutActivity about) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("activity", about.activityId());
        row.put("verdict", about.mark().verdict().name());
        row.put("comment", about.mark().comment());
        row.put("at", about.mark().at());
        return row;
    }

    private static Map<String, @Nullable Object> activity(ActivityState state) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("activity", state.activityId());
        row.put("draft", state.draft().fields());
        row.put("answer", state.answer().fields());
        row.put("sharedWithTrainers", state.shared());
        row.put("startedAt", state.startedAt());
        row.put("changedAt", state.changedAt());
        row.put("completedAt", state.completedAt());
        return row;
    }

    private static Map<String, @Nullable Object> handedIn(String activity, HandIn one) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("activity", activity);
        row.put("answer", one.answer().fields());
        row.put("rightAnswers", one.rightAnswers());
        row.put("questions", one.questions());
        row.put("at", one.handedInAt());
        return row;
    }
}
