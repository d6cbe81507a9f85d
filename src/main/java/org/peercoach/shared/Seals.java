package org.peercoach.shared;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals text so that only this installation can read it (JWE, {@code dir} + {@code A256GCM}), and signs short texts.
 * Each use has a key of its own, derived from the secret by HKDF (RFC 5869), so a value sealed for one use never
 * opens for another. With several secrets the first writes and all read; the key's id travels in the header.
 */
@Component
public class Seals {

    private static final int SECRET_BYTES = 32;

    private record SecretKeys(String id, byte[] secret, Map<String, SecretKey> byUse) {
        SecretKey of(String use) {
            return byUse.computeIfAbsent(use, name -> new SecretKeySpec(expand(secret, name), "AES"));
        }
    }

    private final Clock clock;
    private final List<SecretKeys> secrets;

    /** @throws IllegalStateException if the setting holds no secret or one under 32 bytes */
    public Seals(Settings settings, Clock clock) {
        this.clock = clock;
        this.secrets = read(settings.secret());
    }

    /** Seals {@code text} for {@code use}; it can be opened for {@code life} from now. */
    public String seal(String use, String text, Duration life) {
        SecretKeys writer = secrets.getFirst();
        String payload = clock.instant().plus(life).getEpochSecond() + " " + text;
        try {
            JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                    .keyID(writer.id())
                    .build();
            JWEObject sealed = new JWEObject(header, new Payload(payload));
            sealed.encrypt(new DirectEncrypter(writer.of(use)));
            return sealed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot seal", e);
        }
    }

    /** The text that was sealed for {@code use}; empty if it was changed, is too old, or was sealed elsewhere. */
    public Optional<String> open(String use, String sealed) {
        try {
            JWEObject object = JWEObject.parse(sealed);
            if (!JWEAlgorithm.DIR.equals(object.getHeader().getAlgorithm())) {
                return Optional.empty();
            }
            Optional<SecretKeys> reader = withId(object.getHeader().getKeyID());
            if (reader.isEmpty()) {
                return Optional.empty();
            }
            object.decrypt(new DirectDecrypter(reader.get().of(use)));
            return unlessExpired(object.getPayload().toString());
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** A signature of {@code text} for {@code use}: 43 characters, URL-safe (HMAC-SHA-256). */
    public String mac(String use, String text) {
        return mac(secrets.getFirst(), use, text);
    }

    /** Whether {@code mac} signs {@code text} for {@code use} under any of our secrets; compares in constant time. */
    public boolean macMatches(String use, String text, String mac) {
        boolean matches = false;
        for (SecretKeys keys : secrets) {
            matches |= MessageDigest.isEqual(
                    mac(keys, use, text).getBytes(StandardCharsets.UTF_8), mac.getBytes(StandardCharsets.UTF_8));
        }
        return matches;
    }

    private static String mac(SecretKeys keys, String use, String text) {
        byte[] key = keys.of("mac " + use).getEncoded();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(key, text.getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<String> unlessExpired(String payload) {
        int space = payload.indexOf(' ');
        long expires = Long.parseLong(payload, 0, space, 10);
        return clock.instant().getEpochSecond() >= expires
                ? Optional.empty()
                : Optional.of(payload.substring(space + 1));
    }

    private Optional<SecretKeys> withId(String id) {
        return secrets.stream().filter(keys -> keys.id().equals(id)).findFirst();
    }

    private static List<SecretKeys> read(String setting) {
        List<SecretKeys> keys = new ArrayList<>();
        for (String part : setting.split(",", -1)) {
            if (!part.isBlank()) {
                keys.add(keysOf(part.strip()));
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalStateException("PEERCOACH_SECRET is missing: set 32 random bytes in base64");
        }
        return List.copyOf(keys);
    }

    private static SecretKeys keysOf(String base64) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("PEERCOACH_SECRET is not base64", e);
        }
        if (secret.length < SECRET_BYTES) {
            throw new IllegalStateException("PEERCOACH_SECRET is too short: it needs 32 bytes, in base64");
        }
        byte[] prk = hmac(new byte[SECRET_BYTES], secret); // HKDF-Extract with an empty salt
        String id = HexFormat.of().formatHex(expand(prk, "key id"), 0, 4);
        return new SecretKeys(id, prk, new ConcurrentHashMap<>());
    }

    /** HKDF-Expand to one block of 32 bytes. */
    private static byte[] expand(byte[] prk, String info) {
        byte[] text = info.getBytes(StandardCharsets.UTF_8);
        byte[] block = java.util.Arrays.copyOf(text, text.length + 1);
        block[text.length] = 1;
        return hmac(prk, block);
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is missing", e);
        }
    }
}
