package org.peercoach.survey;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** A small questionnaire that is valid; each test spoils one thing. */
final class TestInstruments {

    static final String SMALL = """
            key: small
            title: A small one
            version: 1
            kind: NEEDS
            lead: Two statements.
            minutes: 2
            anonymous: false
            want-help: true
            scale:
              - {value: 0, text: Not yet}
              - {value: 2, text: On my own}
            domains:
              - key: aims
                title: Aims
                items:
                  - {code: A1, text: I plan., codes: [ISTE 2.5]}
                  - {code: A2, text: I look.}
            open:
              - {key: times, label: When is it good, kind: line, required: true}
              - key: help
                label: What helps?
                kind: some-of
                options:
                  - {key: plan, text: Plan together}
                  - {key: show, text: Show me}
              - key: devices
                label: Which devices?
                kind: one-of
                options:
                  - {key: cart, text: A cart}
                  - {key: none, text: None}
            comment: Anything else?
            """;

    private TestInstruments() {}

    static Instrument small() {
        return parse(SMALL);
    }

    static Instrument parse(String yaml) {
        return InstrumentFiles.parse("small.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
