package org.peercoach.training;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peercoach.fixture.SignedIn;

/** A coach at work, with the forms' own fields as a browser would send them. */
record Coach(SignedIn who) {

    static final String SESSION = "/training/sessions/1";
    static final String SIXTY_WORDS = "She counted with me. ".repeat(15).strip();

    private static final Pattern HIDDEN = Pattern.compile("name=\"(version|writer)\" value=\"([0-9a-f]*)\"");
    private static final Pattern LEVEL = Pattern.compile("name=\"(item\\.[A-Za-z0-9]+)\" value=\"3\"");
    private static final Pattern CARD = Pattern.compile("name=\"card\" value=\"([^\"]+)\"");

    String path(String activity) {
        String session = activity.substring(1, activity.indexOf('.'));
        return who.at("/training/sessions/" + session + "/activities/" + activity);
    }

    String page(String activity) {
        return who.get(path(activity)).body();
    }

    String sessionPage() {
        return who.get(who.at(SESSION)).body();
    }

    /** A tab in which the page is open: it knows its version and its writer. */
    Tab open(String activity) {
        String page = page(activity);
        Map<String, String> hidden = new HashMap<>();
        Matcher fields = HIDDEN.matcher(page);
        while (fields.find()) {
            hidden.putIfAbsent(fields.group(1), fields.group(2));
        }
        return new Tab(this, activity, hidden);
    }

    /** An open page of one activity. */
    record Tab(Coach coach, String activity, Map<String, String> hidden) {

        HttpResponse<String> finish(Map<String, String> fields) {
            return coach.who.post(coach.path(activity), with(fields));
        }

        HttpResponse<String> leave(Map<String, String> fields) {
            Map<String, String> all = with(fields);
            all.put("later", "1");
            return coach.who.post(coach.path(activity), all);
        }

        HttpResponse<String> autosave(Map<String, String> fields) {
            return coach.who.post(coach.path(activity) + "/draft", with(fields));
        }

        private Map<String, String> with(Map<String, String> fields) {
            Map<String, String> all = new HashMap<>(hidden);
            all.putAll(fields);
            return all;
        }
    }

    void read(String activity) {
        open(activity).finish(Map.of());
    }

    void reflect(String activity, String text, String share) {
        open(activity).finish(Map.of("text", text, "share", share));
    }

    void watchToTheEnd() {
        Tab tab = open("S1.5");
        for (int line = 2; line <= 8; line++) {
            tab.finish(Map.of("line", Integer.toString(line)));
        }
    }

    void sortAll() {
        Tab tab = open("S1.6");
        for (int card = 0; card < 12; card++) {
            Matcher current = CARD.matcher(page("S1.6"));
            if (current.find()) {
                tab.finish(Map.of("card", current.group(1), "box", "facilitator"));
            }
        }
    }

    void answer(String q1, String q2, String q3, String q4, String q5) {
        open("S1.9").finish(Map.of("q1", q1, "q2", q2, "q3", q3, "q4", q4, "q5", q5));
    }

    /** The questionnaire of an activity, the middle for every statement. */
    void answerSurvey(String survey) {
        String page = who.get(who.at(survey)).body();
        Map<String, String> fields = new HashMap<>();
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            fields.putIfAbsent(hidden.group(1), hidden.group(2));
        }
        Matcher levels = LEVEL.matcher(page);
        while (levels.find()) {
            fields.put(levels.group(1), "3");
        }
        who.post(who.at(survey), fields);
    }

    /** Hands in a worksheet with all that it requires; its texts begin with these words. */
    HttpResponse<String> fillIn(String activity, String words) {
        return open(activity).finish(TestFields.filled(TestContent.work(activity), words));
    }

    /** Everything that is open. */
    void finishAllOpen() {
        answerSurvey("/surveys/coach-skills/pre");
        read("S1.2");
        reflect("S1.3", SIXTY_WORDS, "me");
        watchToTheEnd();
        sortAll();
        read("S1.7");
        answer("a", "a", "a", "a", "b");
        reflect("S1.10", "Time. Trust. When do we begin?", "me");
        fillIn("S1.8", "Talk in class");
        fillIn("S1.11", "Talk in class");
    }
}
