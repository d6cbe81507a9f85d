package org.peercoach.demo.platform;

/**
 * Who wants to open what.
 *
 * @param window whether it opens in a window of its own instead of the LMS's frame
 * @param deepLinking whether the person picks something for the course (Deep Linking 2.0) instead of opening it
 */
public record Order(String personId, String linkId, boolean window, boolean deepLinking, Flaw flaw) {

    public static Order of(String personId, String linkId) {
        return new Order(personId, linkId, false, false, Flaw.NONE);
    }

    public Order inWindow() {
        return new Order(personId, linkId, true, deepLinking, flaw);
    }

    public Order picking() {
        return new Order(personId, linkId, window, true, flaw);
    }

    public Order with(Flaw wrong) {
        return new Order(personId, linkId, window, deepLinking, wrong);
    }
}
