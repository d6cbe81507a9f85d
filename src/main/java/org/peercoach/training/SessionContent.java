package org.peercoach.training;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One session, as its content files tell it. Immutable. */
record SessionContent(
        int number,
        String title,
        String shortTitle,
        int minutes,
        int points,
        String why,
        List<String> outcomes,
        List<Tool> tools,
        Between between,
        TrainerNotes trainer,
        List<ActivityContent> activities) {

    /** Every session carries as many points; the content is checked against it. */
    static final int POINTS = 25;

    /** @param sheet the help sheet to print, or null */
    public record Tool(String title, String text, @Nullable String sheet) {}

    /** What to do between this session and the next; templates read it. */
    public record Between(int minutes, String due, List<String> tasks) {}

    public record TrainerNotes(String purpose, String live, List<String> lookFor, List<String> misunderstandings) {}

    /** The key of its gradebook column; stands in links that trainers placed. */
    String key() {
        return "session-" + number;
    }

    /** Its page, below the course. */
    String path() {
        return "/training/sessions/" + number;
    }

    /** The page of one of its activities, below the course. */
    String path(ActivityContent activity) {
        return path() + "/activities/" + activity.id();
    }

    Optional<ActivityContent> activity(String id) {
        return activities.stream().filter(activity -> activity.id().equals(id)).findFirst();
    }

    /** The activities that can be worked on now, in the advised order. */
    List<ActivityContent> open() {
        return activities.stream().filter(ActivityContent::open).toList();
    }
}
