package org.peercoach.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peercoach.fixture.SignedIn;

/** Posts forms with the token of a page of the same place. */
final class TestForms {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private TestForms() {}

    static HttpResponse<String> post(SignedIn who, String page, String path, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(who.get(page).body());
        assertThat(token.find()).as("a page with a form").isTrue();
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", token.group(1));
        return who.postRaw(path, all);
    }
}
