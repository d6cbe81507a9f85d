package org.peercoach.training;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** The same session without these activities. */
    SessionContent without(Set<String> ids) {
        return ids.isEmpty()
                ? this
                : new SessionContent(
                        number,
                        title,
                        shortTitle,
                        minutes,
                        points,
                        why,
                        outcomes,
                        tools,
                        between,
                        trainer,
                        activities.stream()
                                .filter(activity -> !ids.contains(activity.id()))
                                .toList());
    }

    /** How many activities it has, if their numbers run through; 0 where one is left out, for numbers stay. */
    int numbered() {
        return activities.isEmpty() || activities.getLast().number() != activities.size() ? 0 : activities.size();
    }

    /** Minutes of the activities that it has. */
    int minutesKept() {
        return activities.stream().mapToInt(ActivityContent::minutes).sum();
    }

    /** Points that can be reached with the activities that it has. */
    int reachable() {
        return activities.stream().mapToInt(ActivityContent::points).sum();
    }

    /** The activities that can be worked on now, in the advised order. */
    List<ActivityContent> open() {
        return activities.stream().filter(ActivityContent::open).toList();
    }
}
