package org.peercoach.demo.platform;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in a course (or, without a course, in the district's account) that opens the tool.
 *
 * @param address where on the tool; a path for links of ours, an absolute URL for links that the tool sent
 * @param audience who sees it; an LMS would restrict it to a group
 */
public record Link(
        String id,
        @Nullable String courseId,
        String title,
        String text,
        String address,
        Map<String, String> custom,
        Set<Person.Kind> audience) {

    public Link {
        custom = Map.copyOf(custom);
        audience = Set.copyOf(audience);
    }

    public String url(String toolBaseUrl) {
        return address.startsWith("/") ? toolBaseUrl + address : address;
    }

    public boolean isFor(Person person) {
        return audience.contains(person.kind());
    }
}
