package org.peercoach.shared;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.jspecify.annotations.Nullable;

/** Reads an answer, and stops as soon as it is larger than the caller allows. */
final class OutgoingAnswer implements HttpClientResponseHandler<GuardedHttp.Answer> {

    /** The answer is larger than the caller allows; the rest was not read. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final int maxBytes;

    OutgoingAnswer(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public GuardedHttp.Answer handleResponse(ClassicHttpResponse response) throws IOException {
        return new GuardedHttp.Answer(response.getCode(), headers(response), body(response.getEntity()));
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : response.getHeaders()) {
            String value = header.getValue() == null ? "" : header.getValue();
            headers.merge(header.getName().toLowerCase(Locale.ROOT), value, (first, next) -> first + ", " + next);
        }
        return Map.copyOf(headers);
    }

    private String body(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return "";
        }
        if (entity.getContentLength() > maxBytes) {
            throw new TooLarge();
        }
        try (InputStream content = entity.getContent()) {
            byte[] bytes = content.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new TooLarge();
            }
            return new String(bytes, charset(entity));
        }
    }

    private static Charset charset(HttpEntity entity) {
        try {
            ContentType type = ContentType.parseLenient(entity.getContentType());
            Charset charset = type == null ? null : type.getCharset();
            return charset == null ? StandardCharsets.UTF_8 : charset;
        } catch (UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
