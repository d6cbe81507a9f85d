package org.peercoach.survey;

import java.util.stream.Collectors;

/** The answer to an open question in words. */
final class OpenWords {

    private OpenWords() {}

    /** Empty when there is none. */
    static String of(Instrument.Open open, Answers answers) {
        return switch (open.kind()) {
            case LINE, TEXT -> answers.text(Answers.open(open));
            case ONE_OF ->
                open.choices().stream()
                        .filter(option -> answers.has(Answers.open(open), option.key()))
                        .map(Instrument.Option::text)
                        .findFirst()
                        .orElse("");
            case SOME_OF ->
                open.choices().stream()
                        .filter(option -> answers.has(Answers.option(open, option), Answers.YES))
                        .map(Instrument.Option::text)
                        .collect(Collectors.joining(", "));
        };
    }
}
