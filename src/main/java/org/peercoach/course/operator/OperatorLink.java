package org.peercoach.course.operator;

import java.io.PrintStream;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peercoach.shared.Seals;
import org.peercoach.shared.Settings;

/**
 * The link that {@code --operator-link} prints (ruling 19): an id sealed with the installation's secret, good for ten
 * minutes. It is made without a database and without starting anything; what it opens is consumed at use.
 */
public final class OperatorLink {

    /** The option on the command line. */
    public static final String OPTION = "--operator-link";

    static final String PATH = "/operator/enter/";

    private static final String USE = "operator link";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int BITS = 128;

    private OperatorLink() {}

    /**
     * Prints a link for the settings {@code PEERCOACH_BASE_URL} and {@code PEERCOACH_SECRET}.
     *
     * @return 0, or 1 if one of them is missing or wrong; then that is what is printed
     */
    public static int print(Map<String, String> environment, Clock clock, PrintStream out) {
        String baseUrl = environment.getOrDefault("PEERCOACH_BASE_URL", "").strip();
        String secret = environment.getOrDefault("PEERCOACH_SECRET", "");
        if (baseUrl.isEmpty() || secret.isBlank()) {
            out.println("Set PEERCOACH_BASE_URL and PEERCOACH_SECRET as for the tool itself.");
            return 1;
        }
        try {
            out.println(url(baseUrl, secret, clock));
            return 0;
        } catch (IllegalStateException e) {
            out.println(e.getMessage());
            return 1;
        }
    }

    /** A new link. */
    static String url(String baseUrl, String secret, Clock clock) {
        Settings settings = new Settings(
                baseUrl, secret, "", List.of(), List.of(), "", new Settings.Lti(null, 0), Settings.Mail.NONE);
        String id = new BigInteger(BITS, new SecureRandom()).toString(Character.MAX_RADIX);
        return settings.url(PATH + new Seals(settings, clock).seal(USE, id, LIFE));
    }

    /** The id in a link of ours that is not too old. */
    static Optional<String> open(Seals seals, String sealed) {
        return seals.open(USE, sealed);
    }
}
