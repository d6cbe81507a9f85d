package org.peercoach.shared;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one way out: every call to another server goes through here. https only (loopback http in the dev profile), no
 * redirects, limits on time and size, and no address of a private network unless the operator opened it.
 */
public interface GuardedHttp {

    /** The usual most that is read of an answer, in bytes. */
    int USUAL_SIZE = 256 * 1024;

    /** The most that is read of one page of a roster, in bytes. */
    int ROSTER_SIZE = 8 * 1024 * 1024;

    /**
     * Sends a request and reads the whole answer, whatever its status.
     *
     * @throws Failed if no answer could be had; its kind says why
     */
    Answer send(Request request);

    /**
     * @param method GET, POST, PUT, DELETE
     * @param url absolute URL
     * @param headers sent as given
     * @param body sent as UTF-8, or null; name its type in the headers
     * @param maxBytes the most that may be read of the answer
     */
    record Request(
            String method,
            String url,
            Map<String, String> headers,
            @Nullable String body,
            int maxBytes) {
        /** A GET with the usual size limit. */
        public static Request get(String url, Map<String, String> headers) {
            return new Request("GET", url, headers, null, USUAL_SIZE);
        }

        /** A POST with the usual size limit. */
        public static Request post(String url, Map<String, String> headers, String body) {
            return new Request("POST", url, headers, body, USUAL_SIZE);
        }
    }

    /**
     * @param status HTTP status
     * @param headers names in lower case; several values of one name joined by a comma and a space
     * @param body text of the answer
     */
    record Answer(int status, Map<String, String> headers, String body) {
        /** A header's value, by its name in any case. */
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
        }

        /** Whether the status is 200 to 299. */
        public boolean ok() {
            return status / 100 == 2;
        }
    }

    /** Why there is no answer. No kind ever carries a body, a header or an address of the other side. */
    enum FailureKind {
        BAD_URL,
        DNS,
        BLOCKED_ADDRESS,
        TLS,
        REFUSED,
        TIMEOUT,
        TOO_LARGE,
        OTHER
    }

    /** No answer could be had. */
    final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final FailureKind kind;

        public Failed(FailureKind kind, @Nullable Throwable cause) {
            super("outgoing call failed: " + kind, cause);
            this.kind = kind;
        }

        public FailureKind kind() {
            return kind;
        }
    }
}
