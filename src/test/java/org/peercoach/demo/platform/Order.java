package org.peercoach.demo.platform;

/**
 * Who wants to open what.
 *
 * @param window whether it opens in a window of its own instead of the LMS's frame
 * @param special another message than that of a link
 * @param deepLinking whether the person picks something for the course (Deep Linking 2.0) instead of opening it
 */
public record Order(String personId, String linkId, boolean window, boolean deepLinking, Flaw flaw, Special special) {

    public static Order of(String personId, String linkId) {
        return new Order(personId, linkId, false, false, Flaw.NONE, Special.NONE);
    }

    public Order inWindow() {
        return new Order(personId, linkId, true, deepLinking, flaw, special);
    }

    public Order picking() {
        return new Order(personId, linkId, window, true, flaw, special);
    }

    public Order with(Flaw wrong) {
        return new Order(personId, linkId, window, deepLinking, wrong, special);
    }

    public Order with(Special other) {
        return new Order(personId, linkId, window, deepLinking, flaw, other);
    }
}
