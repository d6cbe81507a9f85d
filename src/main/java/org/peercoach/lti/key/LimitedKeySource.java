package org.peercoach.lti.key;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key source that answers in the same words when it may not ask the platform again so soon: "no such key", or the
 * fault of the last attempt when that one failed. Nimbus itself throws a fault without any message then.
 */
final class LimitedKeySource implements JWKSource<SecurityContext> {

    private final JWKSource<SecurityContext> source;
    private volatile @Nullable KeySourceException lastFault;

    LimitedKeySource(JWKSource<SecurityContext> source) {
        this.source = source;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        try {
            List<JWK> keys = source.get(selector, context);
            lastFault = null;
            return keys;
        } catch (RateLimitReachedException e) {
            KeySourceException earlier = lastFault;
            if (earlier != null) {
                throw earlier;
            }
            return List.of();
        } catch (KeySourceException e) {
            lastFault = e;
            throw e;
        }
    }
}
