package org.peercoach.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one activity's content, each fault with its place. */
final class Faults {

    private final String place;
    private final List<String> found = new ArrayList<>();

    Faults(String place) {
        this.place = place;
    }

    List<String> found() {
        return List.copyOf(found);
    }

    void add(String fault) {
        found.add(place + " " + fault);
    }

    void expect(boolean holds, String fault) {
        if (!holds) {
            add(fault);
        }
    }

    /** Every key is used once, and holds no colon: colons part the names of the form's fields. */
    <T> void keys(String what, List<T> items, Function<T, String> key) {
        List<String> keys = items.stream().map(key).toList();
        expect(keys.stream().distinct().count() == keys.size(), what + " without keys of their own");
        expect(keys.stream().noneMatch(one -> one.contains(":")), what + " with a colon in a key");
    }

    /** The key that stands at {@code what} is the key of one of these. */
    <T> void known(String what, @Nullable String wanted, List<T> items, Function<T, String> key) {
        expect(items.stream().map(key).anyMatch(one -> one.equals(wanted)), what + " names an unknown key " + wanted);
    }

    /** These have the very keys of those, each once. */
    <A, B> void same(String what, List<A> wanted, Function<A, String> key, List<B> found, Function<B, String> name) {
        List<String> keys = wanted.stream().map(key).sorted().toList();
        List<String> names = found.stream().map(name).sorted().toList();
        expect(keys.equals(names), what + " are " + names + ", not " + keys);
    }
}
