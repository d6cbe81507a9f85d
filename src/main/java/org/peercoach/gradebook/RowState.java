package org.peercoach.gradebook;

/** States of a row, as stored. People are shown {@link DeliveryStatus.State}. */
enum RowState {
    KEPT_HERE(DeliveryStatus.State.KEPT_HERE),
    WAITING(DeliveryStatus.State.WAITING),
    /** A call is under way, or was when the process died. */
    SENDING(DeliveryStatus.State.WAITING),
    SENT(DeliveryStatus.State.SENT),
    FAILED(DeliveryStatus.State.FAILED);

    private final DeliveryStatus.State shown;

    RowState(DeliveryStatus.State shown) {
        this.shown = shown;
    }

    DeliveryStatus.State shown() {
        return shown;
    }
}
