package org.peercoach.demo.platform;

/** A service call that ends here; caught where the call came in. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ServiceAnswer answer;

    Refusal(ServiceAnswer answer) {
        super(answer.text());
        this.answer = answer;
    }

    ServiceAnswer answer() {
        return answer;
    }
}
