package org.peercoach.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.course.data.KeptData;
import org.peercoach.course.data.KeptDataProvider;
import org.springframework.stereotype.Component;

/** A member's own responses, whole. What was handed in anonymously belongs to nobody, so only the day is there. */
@Component
class SurveyData implements KeptDataProvider {

    private final Administrations administrations;

    SurveyData(Administrations administrations) {
        this.administrations = administrations;
    }

    @Override
    public List<KeptData> of(Member member) {
        return List.of(new KeptData(
                "surveys",
                "survey.data",
                administrations.ofMember(member).stream()
                        .filter(own -> own.response() != null)
                        .map(own -> row(own.administration(), own.response()))
                        .toList()));
    }

    private static Map<String, @Nullable Object> row(Administration administration, @Nullable Response response) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        if (response == null) {
            return row;
        }
        row.put("survey", administration.key().instrument());
        row.put("wave", administration.key().wave().name());
        row.put("anonymous", administration.anonymous());
        row.put("draft", response.draft().fields());
        row.put("answers", response.answers().fields());
        row.put("sharedWithCoach", response.shared());
        row.put("startedAt", response.startedAt());
        row.put("changedAt", response.changedAt());
        row.put("handedInAt", response.handedInAt());
        return row;
    }
}
