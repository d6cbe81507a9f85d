package org.peercoach.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A page that says in plain words what went wrong and what to do. Rendered by {@link ProblemPages}; thrown as
 * {@link Thrown} from anywhere in a request.
 *
 * @param status HTTP status of the answer
 * @param code what kind of fault, such as {@code LAUNCH-EXPIRED}: stable, for manuals and support
 * @param key message key prefix; {@code .title}, {@code .text} and {@code .todo} are shown, each with {@code args}
 * @param args arguments of the messages; shown escaped
 * @param reference the code that also stands in the log
 * @param keptText what the person had typed, shown for copying, or null
 * @param wayOut path of the one button, or null
 * @param frameOrigins who may frame this page; see {@link PageSecurity#allowFrames}
 */
public record ProblemPage(
        HttpStatus status,
        String code,
        String key,
        List<Object> args,
        SupportCode reference,
        @Nullable String keptText,
        @Nullable String wayOut,
        List<String> frameOrigins) {

    static final String FORM_TOO_LARGE = "FORM-TOO-LARGE";

    /** Whether what was typed stands in the page before this one, so that going back finds it. */
    public boolean typedBefore() {
        return code.equals(FORM_TOO_LARGE);
    }

    /** A problem without arguments, kept text or way out, framed by nobody else. */
    public static ProblemPage of(HttpStatus status, String code, String key) {
        return new ProblemPage(status, code, key, List.of(), SupportCode.next(), null, null, List.of());
    }

    /** 404: nothing is at this address, or nothing for this person. No answer says which of the two. */
    public static Thrown notHere() {
        return of(HttpStatus.NOT_FOUND, "NOT-FOUND", "shared.problem.not-found").thrown();
    }

    /** The same with message arguments. */
    public ProblemPage withArgs(Object... values) {
        return new ProblemPage(status, code, key, List.of(values), reference, keptText, wayOut, frameOrigins);
    }

    /** The same showing what the person had typed. */
    public ProblemPage withKeptText(@Nullable String text) {
        return new ProblemPage(status, code, key, args, reference, text, wayOut, frameOrigins);
    }

    /** The same with a button, labelled by message {@code key + ".way-out"}, that leads to one of our paths. */
    public ProblemPage withWayOut(String path) {
        return new ProblemPage(status, code, key, args, reference, keptText, path, frameOrigins);
    }

    /** The same, to be shown inside a frame of one of these origins. */
    public ProblemPage framedBy(List<String> origins) {
        return new ProblemPage(status, code, key, args, reference, keptText, wayOut, origins);
    }

    /** This problem as an exception. */
    public Thrown thrown() {
        return new Thrown(this);
    }

    /** Carries a problem up to the place that renders it. */
    public static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ProblemPage page;

        private Thrown(ProblemPage page) {
            super(page.code() + " " + page.reference(), null, false, false);
            this.page = page;
        }

        /** The page to show. */
        public ProblemPage page() {
            return page;
        }
    }
}
