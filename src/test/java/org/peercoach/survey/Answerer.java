package org.peercoach.survey;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peercoach.fixture.SignedIn;

/** Somebody who answers a survey, with the form's own fields as a browser would send them. */
record Answerer(SignedIn who, String survey) {

    private static final Pattern HIDDEN = Pattern.compile("name=\"(version|writer)\" value=\"([0-9a-f]*)\"");
    private static final Pattern LEVEL = Pattern.compile("name=\"(item\\.[A-Za-z0-9]+)\" value=\"([0-9]+)\"");

    static Answerer coachSkills(SignedIn who) {
        return new Answerer(who, "/surveys/coach-skills/pre");
    }

    static Answerer needs(SignedIn who) {
        return new Answerer(who, "/surveys/needs-assessment/pre");
    }

    static Answerer programSurvey(SignedIn who) {
        return new Answerer(who, "/surveys/programme-survey/extra");
    }

    String path() {
        return who.at(survey);
    }

    String page() {
        return who.get(path()).body();
    }

    HttpResponse<String> result() {
        return who.get(path() + "/result");
    }

    /** A tab in which the form is open: it knows its version and its writer. */
    Tab open() {
        String page = page();
        Map<String, String> hidden = new HashMap<>();
        Matcher fields = HIDDEN.matcher(page);
        while (fields.find()) {
            hidden.putIfAbsent(fields.group(1), fields.group(2));
        }
        return new Tab(this, page, hidden);
    }

    /** Answers every statement with this level and hands in. */
    HttpResponse<String> handIn(int level, Map<String, String> more) {
        Tab tab = open();
        Map<String, String> all = tab.everywhere(level);
        all.putAll(more);
        return tab.handIn(all);
    }

    HttpResponse<String> handIn(int level) {
        return handIn(level, Map.of());
    }

    /** The open form of a survey. */
    record Tab(Answerer answerer, String page, Map<String, String> hidden) {

        /** This level for every statement. */
        Map<String, String> everywhere(int level) {
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher levels = LEVEL.matcher(page);
            while (levels.find()) {
                fields.put(levels.group(1), Integer.toString(level));
            }
            return fields;
        }

        HttpResponse<String> handIn(Map<String, String> fields) {
            return answerer.who.post(answerer.path(), with(fields));
        }

        HttpResponse<String> leave(Map<String, String> fields) {
            Map<String, String> all = with(fields);
            all.put("later", "1");
            return answerer.who.post(answerer.path(), all);
        }

        HttpResponse<String> autosave(Map<String, String> fields) {
            return answerer.who.post(answerer.path() + "/draft", with(fields));
        }

        private Map<String, String> with(Map<String, String> fields) {
            Map<String, String> all = new LinkedHashMap<>(hidden);
            all.putAll(fields);
            return all;
        }
    }
}
