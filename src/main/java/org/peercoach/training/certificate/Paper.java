package org.peercoach.training.certificate;

import java.util.Locale;
import java.util.Set;

/** The paper that people print on where they are. */
enum Paper {
    LETTER(279.4f, 215.9f),
    A4(297, 210);

    /** Millimeters, the long side across. */
    final float width;

    final float height;

    /** Where letter paper is the usual one (Unicode CLDR, supplemental data, {@code paperSize}). */
    private static final Set<String> LETTER_COUNTRIES =
            Set.of("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE");

    Paper(float width, float height) {
        this.width = width;
        this.height = height;
    }

    /** A language without a country says nothing of paper: then it is what the program's home uses. */
    static Paper of(Locale locale) {
        String country = locale.getCountry();
        return country.isEmpty() || LETTER_COUNTRIES.contains(country) ? LETTER : A4;
    }

    /** Its class in certificate-pdf.css. */
    String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
