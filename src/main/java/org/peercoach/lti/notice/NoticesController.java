package org.peercoach.lti.notice;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.peercoach.lti.launch.NoticeRefused;
import org.peercoach.lti.launch.SignedNotices;
import org.peercoach.shared.RequestLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where platforms send their notices: {@code {"notices": [{"jwt": "..."}]}}. Each is checked and stored by itself, so a bad
 * one does no harm to the good ones beside it; what they mean is done later.
 */
@RestController
class NoticesController {

    private static final Logger LOG = LoggerFactory.getLogger(NoticesController.class);
    private static final int LARGEST = 256 * 1024;
    private static final int LONGEST_TOKEN = 64 * 1024;
    private static final int MOST_NOTICES = 50;
    /** A cloud LMS sends the notices of all its customers from a few addresses. */
    private static final int PER_MINUTE = 600;
    /** Tokens that are not believed; a request may hold many, and each costs a look for its issuer. */
    private static final int REFUSED_PER_MINUTE = 300;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(8).build())
                    .build())
            .build();

    private final SignedNotices notices;
    private final NoticeInbox inbox;
    private final RequestLimits limits;

    NoticesController(SignedNotices notices, NoticeInbox inbox, RequestLimits limits) {
        this.notices = notices;
        this.inbox = inbox;
        this.limits = limits;
    }

    @PostMapping(NoticeServices.PATH)
    ResponseEntity<Void> take(HttpServletRequest request) throws IOException {
        limits.count("lti notices", PER_MINUTE, request);
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return answer(HttpStatus.CONTENT_TOO_LARGE);
        }
        List<String> tokens = tokens(body);
        if (tokens.isEmpty() || tokens.size() > MOST_NOTICES) {
            return answer(HttpStatus.BAD_REQUEST);
        }
        long taken = tokens.stream().filter(jwt -> take(jwt, request)).count();
        return answer(taken > 0 ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
    }

    private boolean take(String jwt, HttpServletRequest request) {
        try {
            inbox.keep(notices.verify(jwt));
            return true;
        } catch (NoticeRefused refused) {
            limits.count("lti notices refused", REFUSED_PER_MINUTE, request);
            LOG.warn("notice refused, rules {}", refused.rules());
            return false;
        }
    }

    /** The tokens; empty unless the body has the form that it must have. */
    private static List<String> tokens(byte[] body) {
        try {
            JsonNode all = JSON.readTree(body).path("notices");
            boolean whole = all.isArray()
                    && all.valueStream()
                            .map(notice -> notice.path("jwt"))
                            .allMatch(jwt -> jwt.isString() && jwt.stringValue().length() <= LONGEST_TOKEN);
            return whole
                    ? all.valueStream()
                            .map(notice -> notice.path("jwt").stringValue())
                            .toList()
                    : List.of();
        } catch (JacksonException e) {
            return List.of();
        }
    }

    private static ResponseEntity<Void> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
