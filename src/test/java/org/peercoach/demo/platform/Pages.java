package org.peercoach.demo.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One page of a list and the Link header to the others. */
final class Pages {

    private Pages() {}

    /** @param size at least 1 */
    static <T> List<T> page(List<T> all, int from, int size) {
        int start = Math.min(from, all.size());
        return all.subList(start, Math.min(start + size, all.size()));
    }

    /** The header as RFC 8288 has it; Canvas's gradebook and all rosters. */
    static String next(String url, Map<String, String> query, int from, int size) {
        return "<" + address(url, query, from, size, "&") + ">; rel=\"next\"";
    }

    /** Moodle's gradebook: curly quotes, and ampersands written as in HTML (LTI-A7). */
    static String curly(String url, Map<String, String> query, int from, int size) {
        return "<" + address(url, query, 0, size, "&amp;") + ">; rel=“first”, <"
                + address(url, query, from, size, "&amp;") + ">; rel=“next”";
    }

    private static String address(String url, Map<String, String> query, int from, int size, String and) {
        Map<String, String> all = new LinkedHashMap<>(query);
        all.keySet().removeAll(List.of("limit", "from"));
        all.put("limit", Integer.toString(size));
        all.put("from", Integer.toString(from));
        StringBuilder result = new StringBuilder(url);
        all.forEach((name, value) -> result.append(result.indexOf("?") < 0 ? "?" : and)
                .append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8)));
        return result.toString();
    }
}
