package org.peercoach.training;

import java.util.Set;
import java.util.stream.Collectors;

/** What saved answers hang on in a work: the names under which they are kept. */
final class AnswerKeys {

    private AnswerKeys() {}

    /** The fields that name or describe a colleague, as {@code group.field}. */
    static Set<String> partners(Work work) {
        return fields(work, true);
    }

    /** The fields that trainers may see, as {@code group.field}. */
    static Set<String> open(Work work) {
        return fields(work, false);
    }

    private static Set<String> fields(Work work, boolean partner) {
        return work.groups().stream()
                .flatMap(group -> group.fields().stream()
                        .filter(field -> field.partner() == partner)
                        .map(field -> group.key() + "." + field.key()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
