package org.peercoach.lti.key;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URL;
import java.util.Map;
import org.peercoach.shared.GuardedHttp;
import org.peercoach.shared.GuardedHttp.Answer;
import org.peercoach.shared.GuardedHttp.Request;

/** Fetches a platform's key set through the guarded client: Nimbus' own retriever follows redirects anywhere. */
final class JwksRetriever implements ResourceRetriever {

    private final GuardedHttp http;

    JwksRetriever(GuardedHttp http) {
        this.http = http;
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        Answer answer;
        try {
            answer = http.send(Request.get(url.toString(), Map.of("Accept", "application/json")));
        } catch (GuardedHttp.Failed e) {
            throw new IOException("no key set: " + e.kind(), e);
        }
        if (answer.status() != 200) {
            throw new BadStatus(answer.status());
        }
        return new Resource(answer.body(), answer.header("content-type").orElse(null));
    }

    /** The platform answers, but not with 200. */
    static final class BadStatus extends IOException {
        private static final long serialVersionUID = 1L;
        private final int status;

        BadStatus(int status) {
            super("no key set: status " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
