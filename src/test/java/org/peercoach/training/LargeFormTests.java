package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.TestMembers;
import org.springframework.beans.factory.annotation.Autowired;

/** A form that is larger than what we read: its page says what happened, the limit, and where the words are. */
@ApplicationTest
class LargeFormTests {

    private static final Map<String, String> LARGE = Map.of("text", "x".repeat(600 * 1024));

    @Autowired
    TestMembers members;

    private Coach mary;

    @BeforeEach
    void signIn() {
        mary = new Coach(members.coach());
    }

    @Test
    void formWhenLargerThanWeReadThenSaysSoWithTheLimitAndTheWayBackAndTheDraftStays() {
        Coach.Tab tab = mary.open("S1.3");
        tab.autosave(Map.of("text", "Saved before"));
        HttpResponse<String> refused = tab.finish(LARGE);
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body())
                .contains(
                        "This is more than one form can send",
                        "512 KB",
                        "what had been saved before is still saved",
                        "Your text still stands in the page that you came from",
                        "FORM-TOO-LARGE",
                        "id=\"reference\"",
                        "data-pc-back=\"yes\"",
                        "href=\"" + mary.path("S1.3") + "\"")
                .doesNotContain("could not be read");
        assertThat(tab.autosave(LARGE).statusCode()).isEqualTo(413);
        assertThat(mary.page("S1.3")).contains("Saved before");
    }

    @Test
    void requestWhenLargeAtAnAddressWithoutAFormThenNoWayBackIsPromised() {
        HttpResponse<String> refused = mary.who().postRaw("/lti/nothing", LARGE);
        assertThat(refused.statusCode()).isBetween(400, 499);
        assertThat(refused.body()).doesNotContain("FORM-TOO-LARGE", "data-pc-back");
    }
}
