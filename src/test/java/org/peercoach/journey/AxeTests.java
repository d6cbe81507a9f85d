package org.peercoach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That axe finds something where there is something to find, with frames and without. */
@Tag("browser")
class AxeTests {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final String WHOLE =
            "<!doctype html><html lang=en><title>Page</title><main><h1>Page</h1>%s<p>Words</p></main>";
    private static final String PICTURE = "<img src='data:,'>";

    @Test
    void violationsWhenNothingIsWrongThenNone() {
        assertThat(violations(WHOLE.formatted(""))).isEmpty();
    }

    @Test
    void violationsWhenAPictureHasNoTextThenTheRuleAndThePlace() {
        assertThat(violations(WHOLE.formatted(PICTURE)))
                .singleElement()
                .asString()
                .startsWith("image-alt: ")
                .contains("<img src=");
    }

    @Test
    void violationsWhenItIsInAFrameThenFoundToo() {
        String frame = WHOLE.formatted("<iframe title=Inside srcdoc=\"" + PICTURE + "\"></iframe>");
        assertThat(violations(frame))
                .anySatisfy(rule -> assertThat(rule).startsWith("image-alt: ").contains("<img src="));
    }

    private static List<String> violations(String html) {
        try (Visit visit = chromium.visit(1280)) {
            Page page = visit.page();
            page.setContent(html);
            return Axe.violations(page);
        }
    }
}
