package org.peercoach.demo.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks what a tool signed: client assertions and deep-linking responses. */
final class ToolSignature {

    /** What is wrong, in Moodle's words where it has some. */
    enum Fault {
        NO_TOKEN("invalid_request"),
        NO_KEY_ID("error/Error: kid must be provided in JWT header."),
        UNKNOWN_CLIENT("invalid_client"),
        UNKNOWN_KEY("\"kid\" invalid, unable to lookup correct key"),
        WRONG_ALGORITHM("Algorithm not supported"),
        WRONG_SIGNATURE("Signature verification failed");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Claims and who signed them, or a fault. */
    record Checked(
            @Nullable Fault fault,
            Map<String, Object> claims,
            @Nullable ToolRegistration tool) {

        static Checked bad(Fault fault) {
            return new Checked(fault, Map.of(), null);
        }
    }

    private final Tools tools;
    private final ToolKeySets keys;

    ToolSignature(Tools tools, ToolKeySets keys) {
        this.tools = tools;
        this.keys = keys;
    }

    /** @param text a signed token whose {@code iss} is a client id of ours */
    Checked check(String text) {
        JWSObject token;
        try {
            token = JWSObject.parse(text);
        } catch (ParseException e) {
            return Checked.bad(Fault.NO_TOKEN);
        }
        Map<String, Object> claims = Json.object(token.getPayload().toString());
        String issuer = Json.text(claims, "iss");
        Optional<ToolRegistration> tool = issuer == null ? Optional.empty() : tools.byClientId(issuer);
        String keyId = token.getHeader().getKeyID();
        if (tool.isEmpty()) {
            return Checked.bad(Fault.UNKNOWN_CLIENT);
        }
        if (keyId == null) {
            return Checked.bad(Fault.NO_KEY_ID);
        }
        Fault fault = verify(token, tool.get(), keyId);
        return fault == null ? new Checked(null, claims, tool.get()) : Checked.bad(fault);
    }

    private @Nullable Fault verify(JWSObject token, ToolRegistration tool, String keyId) {
        if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())) {
            return Fault.WRONG_ALGORITHM;
        }
        Optional<RSAKey> key = keys.find(tool.jwksUrl(), keyId);
        if (key.isEmpty()) {
            return Fault.UNKNOWN_KEY;
        }
        try {
            boolean good = token.verify(new RSASSAVerifier(key.get().toRSAPublicKey()));
            return good ? null : Fault.WRONG_SIGNATURE;
        } catch (JOSEException e) {
            return Fault.WRONG_SIGNATURE;
        }
    }
}
