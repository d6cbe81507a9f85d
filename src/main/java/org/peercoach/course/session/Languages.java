package org.peercoach.course.session;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The languages that there is a bundle of words in. The others are told in English. */
@Component
class Languages {

    private static final Locale FALLBACK = Locale.US;

    /** Every bundle names its own language here; the one of another language answers where there is none. */
    private static final String NAME = "shared.language";

    /** An LMS or a browser may name anything, and message sources remember each locale they were asked for. */
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final MessageSource messages;

    Languages(MessageSource messages) {
        this.messages = messages;
    }

    /** This language and its country, no more; empty if there are no words in it. */
    Optional<Locale> spoken(Locale wanted) {
        String language = wanted.getLanguage();
        boolean spoken = LANGUAGES.contains(language)
                && messages.getMessage(NAME, null, Locale.of(language)).equals(language);
        return spoken ? Optional.of(plain(wanted)) : Optional.empty();
    }

    /**
     * What to write to a person in.
     *
     * @param tag of the language that the LMS shows the person (BCP 47), or null
     * @return that language if there are words in it, else US English
     */
    Locale of(@Nullable String tag) {
        return tag == null ? FALLBACK : spoken(Locale.forLanguageTag(tag)).orElse(FALLBACK);
    }

    private static Locale plain(Locale wanted) {
        String country = wanted.getCountry();
        return Locale.of(wanted.getLanguage(), country.matches("[A-Z]{2}") ? country : "");
    }
}
