package org.peercoach.survey;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All questionnaires, read and checked once at start: a fault in a file stops the start and names the place. */
@Component
class InstrumentCatalog {

    private final List<Instrument> instruments = InstrumentFiles.all();

    InstrumentCatalog() {
        List<String> faults = instruments.stream()
                .flatMap(instrument -> InstrumentRules.faults(instrument).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Survey content is wrong: " + String.join("; ", faults));
        }
    }

    List<Instrument> all() {
        return instruments;
    }

    Optional<Instrument> instrument(String key) {
        return instruments.stream()
                .filter(instrument -> instrument.key().equals(key))
                .findFirst();
    }
}
