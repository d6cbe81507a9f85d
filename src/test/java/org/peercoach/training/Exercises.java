package org.peercoach.training;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.peercoach.fixture.SignedIn;

/** Somebody at the exercises of session 20, with the forms' own fields as a browser would send them. */
record Exercises(SignedIn who) {

    private static final Pattern HIDDEN = Pattern.compile("name=\"(version|writer)\" value=\"([0-9a-f]*)\"");

    static String at(String id) {
        return "/training/sessions/" + TestExercises.NUMBER + "/activities/" + id;
    }

    String page(String id) {
        return page(id, "");
    }

    String page(String id, String query) {
        HttpResponse<String> page = who.get(who.at(at(id)) + query);
        return page.body();
    }

    /** Hands this in and gives the place where the page opens again, without its path. */
    String handIn(String id, Map<String, String> fields) {
        HttpResponse<String> answer = who.post(who.at(at(id)), with(page(id), fields));
        String path = answer.headers().firstValue("Location").orElse("status " + answer.statusCode());
        return path.replaceFirst("^.*/activities/" + Pattern.quote(id), "");
    }

    /** The status of an autosave. */
    int autosave(String id, Map<String, String> fields) {
        return who.post(who.at(at(id)) + "/draft", with(page(id), fields)).statusCode();
    }

    /** The status of an autosave of a page that has been open for a while. */
    int autosaveFrom(String page, String id, Map<String, String> fields) {
        return who.post(who.at(at(id)) + "/draft", with(page, fields)).statusCode();
    }

    /** The status of an autosave of an activity elsewhere, from a page of it that has been open for a while. */
    int from(String page, String path, Map<String, String> fields) {
        return who.post(path + "/draft", with(page, fields)).statusCode();
    }

    /** What is answered when such a page is left for later. */
    String leaveFrom(String page, String id, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("later", "1");
        return who.post(who.at(at(id)), with(page, all)).body();
    }

    private static Map<String, String> with(String page, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        HIDDEN.matcher(page).results().forEach(field -> all.putIfAbsent(field.group(1), field.group(2)));
        return all;
    }

    /** Fields and values in turn. */
    static Map<String, String> fields(String... pairs) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int index = 0; index < pairs.length; index += 2) {
            fields.put(pairs[index], pairs[index + 1]);
        }
        return fields;
    }
}
