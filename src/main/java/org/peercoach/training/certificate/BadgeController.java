package org.peercoach.training.certificate;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.RequestLimits;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a program needs to check badges: all keys, each key at its own address, issuer and achievement. No person. */
@RestController
class BadgeController {

    private static final int PER_MINUTE = 60;
    private static final Duration CACHED = Duration.ofMinutes(5);

    private final BadgeKeys keys;
    private final BadgeDocuments documents;
    private final RequestLimits limits;

    BadgeController(BadgeKeys keys, BadgeDocuments documents, RequestLimits limits) {
        this.keys = keys;
        this.documents = documents;
        this.limits = limits;
    }

    @GetMapping(BadgeKeys.PATH)
    ResponseEntity<String> keys(HttpServletRequest request) {
        return answer(request)
                .contentType(MediaType.APPLICATION_JSON)
                .body(keys.published().toString());
    }

    @GetMapping(BadgeKeys.PATH + "/{thumbprint}")
    ResponseEntity<String> key(@PathVariable String thumbprint, HttpServletRequest request) {
        ResponseEntity.BodyBuilder answer = answer(request).contentType(MediaType.APPLICATION_JSON);
        return keys.published(thumbprint)
                .map(key -> answer.body(key.toJSONString()))
                .orElseThrow(ProblemPage::notHere);
    }

    @GetMapping(BadgeDocuments.ISSUER)
    ResponseEntity<Map<String, Object>> issuer(HttpServletRequest request) {
        return answer(request).body(documents.issuer());
    }

    @GetMapping(BadgeDocuments.ACHIEVEMENT)
    ResponseEntity<Map<String, Object>> achievement(HttpServletRequest request) {
        return answer(request).body(documents.achievement());
    }

    private ResponseEntity.BodyBuilder answer(HttpServletRequest request) {
        limits.count("badges", PER_MINUTE, request);
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(CACHED).cachePublic());
    }
}
