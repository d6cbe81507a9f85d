package org.peercoach.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.ViewResolver;

/** Pages are made by the engine of their language. */
@ApplicationTest
class PageEnginesTests {

    @Autowired
    PageEngines engines;

    @Autowired
    ViewResolver viewResolver;

    @Test
    void viewWhenResolvedThenHasTheEngineOfItsLanguage() throws Exception {
        assertThat(viewResolver.resolveViewName("error/problem", Locale.CANADA))
                .isInstanceOfSatisfying(
                        WholePage.class,
                        page -> assertThat(page.getTemplateEngine()).isSameAs(engines.of(Locale.US)));
    }

    @Test
    void iconsWhenReadThenNameTheFileWithItsHash() {
        assertThat(engines.icons()).containsOnlyKeys("icon", "arrow");
        assertThat(engines.icons().values())
                .allSatisfy(icon ->
                        assertThat(icon).containsPattern("href=\"/static/img/icons-[0-9a-f]+\\.svg#\\$\\{name}\""));
    }
}
