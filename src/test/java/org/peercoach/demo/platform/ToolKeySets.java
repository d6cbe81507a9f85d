package org.peercoach.demo.platform;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The tools' public keys, read from their JWKS addresses, and again when a key is unknown (so rotation works). */
public final class ToolKeySets {

    /** Reads the text of an address. */
    @FunctionalInterface
    public interface Reader {
        String read(URI address) throws IOException, InterruptedException;
    }

    private final Reader reader;
    private final Counters counters;
    private final Map<String, JWKSet> known = new ConcurrentHashMap<>();

    ToolKeySets(Reader reader, Counters counters) {
        this.reader = reader;
        this.counters = counters;
    }

    Optional<RSAKey> find(String address, String keyId) {
        Optional<RSAKey> remembered = in(known.getOrDefault(address, new JWKSet()), keyId);
        return remembered.isPresent() ? remembered : in(fetch(address), keyId);
    }

    private static Optional<RSAKey> in(JWKSet keys, String keyId) {
        JWK key = keys.getKeyByKeyId(keyId);
        return key instanceof RSAKey rsa ? Optional.of(rsa) : Optional.empty();
    }

    private JWKSet fetch(String address) {
        counters.count("toolJwksFetches");
        try {
            JWKSet keys = JWKSet.parse(reader.read(URI.create(address)));
            known.put(address, keys);
            return keys;
        } catch (IOException | ParseException e) {
            counters.count("toolJwksFailures");
            return new JWKSet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new JWKSet();
        }
    }

    /** Reads over HTTP within 5 seconds; an answer other than 200 is an {@link IOException}. */
    public static Reader overHttp() {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
        return address -> {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("status " + answer.statusCode());
            }
            return answer.body();
        };
    }
}
