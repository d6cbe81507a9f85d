package org.peercoach.course.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Which language a page speaks, in a house with words in English and Arabic. */
class PageLanguageTests {

    private final PageLanguage languages = new PageLanguage(new Languages(words()));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ar-EG, en-US, ar-EG",
                "ar, -, ar",
                "fr-CA, ar-MA, ar-MA",
                "fr, 'fr-FR,ar;q=0.5', ar",
                "-, 'de,en-GB;q=0.8', en-GB",
                "-, 'de,fr', en-US",
                "-, -, en-US",
                "99, xx-YY, en-US",
                "ar-Latn-EG-x-private, -, ar-EG"
            })
    void pageWhenAskedForThenInTheLanguageOfTheLaunchOrTheBrowserOrEnglish(
            @Nullable String launch, @Nullable String browser, String expected) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (browser != null) {
            request.addHeader("Accept-Language", browser);
        }
        if (launch != null) {
            visitor(launch).enter(request);
        }
        assertThat(languages.resolveLocale(request).toLanguageTag()).isEqualTo(expected);
    }

    @Test
    void visitorWhenTheLmsNamedNoLanguageThenTheBrowsers() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", "ar");
        visitor(null).enter(request);
        assertThat(languages.resolveLocale(request)).isEqualTo(Locale.of("ar"));
    }

    private static StaticMessageSource words() {
        StaticMessageSource words = new StaticMessageSource();
        for (String language : Locale.getISOLanguages()) {
            words.addMessage("shared.language", Locale.of(language), language.equals("ar") ? "ar" : "en");
        }
        return words;
    }

    private static Visitor visitor(@Nullable String language) {
        return new Visitor(
                Session.begin(Place.course(2), 4, 1, "x", Instant.EPOCH, List.of()),
                "Mary Ellis",
                null,
                language,
                null);
    }
}
