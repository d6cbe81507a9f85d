package org.peercoach.lti.administration;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, the newest first.
 *
 * @param next what to ask for the page after this one, or null at the end
 */
public record Listing<T>(List<T> rows, @Nullable Long next) {

    /** Rows on a page. */
    static final int SIZE = 50;

    /** Of up to one row more than a page has. */
    static <T> Listing<T> of(List<T> found, ToLongFunction<T> id) {
        return found.size() <= SIZE
                ? new Listing<>(found, null)
                : new Listing<>(found.subList(0, SIZE), id.applyAsLong(found.get(SIZE - 1)));
    }
}
