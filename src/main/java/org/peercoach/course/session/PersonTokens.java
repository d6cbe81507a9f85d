package org.peercoach.course.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.Seals;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/**
 * The token of every form (ruling 12): the person and a signature over person and place. Nothing is stored; it outlives
 * a relaunch, and it tells two people in one course and one browser apart.
 */
@Component
class PersonTokens implements CsrfTokenRepository {

    static final String FIELD = "_csrf";
    static final String HEADER = "X-CSRF-TOKEN";
    private static final String USE = "csrf";

    private final Seals seals;

    PersonTokens(Seals seals) {
        this.seals = seals;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        Session session = Visitor.of(request).orElseThrow().session();
        return new DefaultCsrfToken(
                HEADER, FIELD, session.person() + "." + signature(session.place(), session.person()));
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return Visitor.of(request).isPresent() ? generateToken(request) : null;
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        // made anew from the visitor each time
    }

    /** Whether the form was made for another person of this place. */
    boolean isOfSomebodyElse(HttpServletRequest request, Session session) {
        return posted(request)
                .map(token -> token.split("\\.", 2))
                .filter(parts -> parts.length == 2 && parts[0].matches("[0-9]{1,18}"))
                .filter(parts -> Long.parseLong(parts[0]) != session.person())
                .filter(parts ->
                        seals.macMatches(USE, parts[0] + " " + session.place().key(), parts[1]))
                .isPresent();
    }

    private String signature(Place place, long person) {
        return seals.mac(USE, person + " " + place.key());
    }

    /** Undoes {@code XorCsrfTokenRequestAttributeHandler}: random bytes, then as many bytes mixed with them. */
    private static Optional<String> posted(HttpServletRequest request) {
        String header = request.getHeader(HEADER);
        String mixed = header == null ? request.getParameter(FIELD) : header;
        if (mixed == null) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(mixed);
            byte[] token = new byte[bytes.length / 2];
            for (int i = 0; i < token.length; i++) {
                token[i] = (byte) (bytes[i] ^ bytes[token.length + i]);
            }
            return Optional.of(new String(token, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
