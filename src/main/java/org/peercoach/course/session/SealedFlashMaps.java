package org.peercoach.course.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.shared.Seals;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.util.WebUtils;

/**
 * Flash messages without a server session: a sealed cookie of 60 seconds, for the page that the redirect leads to
 * (ruling 13). Values are kept as text, so pages flash message keys and numbers, never objects.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class SealedFlashMaps implements FlashMapManager {

    static final String COOKIE = "__Host-pc-flash";
    private static final String USE = "flash";
    private static final Duration LIFE = Duration.ofSeconds(60);

    private final Seals seals;

    SealedFlashMaps(Seals seals) {
        this.seals = seals;
    }

    @Override
    public @Nullable FlashMap retrieveAndUpdate(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return null;
        }
        FlashMap flash =
                seals.open(USE, cookie.getValue()).map(SealedFlashMaps::read).orElse(null);
        if (flash != null && !request.getRequestURI().equals(flash.getTargetRequestPath())) {
            return null; // meant for another page; it expires by itself
        }
        response.addHeader(
                HttpHeaders.SET_COOKIE, SessionCookies.deletion(COOKIE).toString());
        return flash;
    }

    @Override
    public void saveOutputFlashMap(FlashMap flash, HttpServletRequest request, HttpServletResponse response) {
        if (flash.isEmpty() || flash.getTargetRequestPath() == null) {
            return;
        }
        String sealed = seals.seal(USE, write(flash), LIFE);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                SessionCookies.cookie(COOKIE, sealed).maxAge(LIFE).build().toString());
    }

    private static String write(FlashMap flash) {
        Map<String, Object> fields = flash;
        return encode(flash.getTargetRequestPath())
                + fields.entrySet().stream()
                        .map(field -> " " + encode(field.getKey()) + "=" + encode(String.valueOf(field.getValue())))
                        .collect(Collectors.joining());
    }

    private static FlashMap read(String text) {
        String[] parts = text.split(" ");
        FlashMap flash = new FlashMap();
        flash.setTargetRequestPath(decode(parts[0]));
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            flash.put(decode(parts[i].substring(0, equals)), decode(parts[i].substring(equals + 1)));
        }
        return flash;
    }

    private static String encode(@Nullable String text) {
        return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
