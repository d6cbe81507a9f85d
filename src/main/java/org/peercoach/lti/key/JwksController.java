package org.peercoach.lti.key;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Our key set (RFC 7517). Caches may keep it for less time than a new key is published before it signs. */
@RestController
class JwksController {

    private static final Duration CACHED = Duration.ofMinutes(5);

    private final ToolKeys keys;

    JwksController(ToolKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/lti/jwks")
    ResponseEntity<String> jwks() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(CACHED).cachePublic())
                .contentType(MediaType.APPLICATION_JSON)
                .body(keys.published().toString());
    }
}
