package org.peercoach.training;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a district publishes in the place of our texts, without its pages. */
public class OwnWords {

    private final OwnTextRows rows;
    private final Catalogs catalogs;
    private final EditableTexts texts;
    private final TextRules rules;

    OwnWords(OwnTextRows rows, Catalogs catalogs, EditableTexts texts, TextRules rules) {
        this.rules = rules;
        this.rows = rows;
        this.catalogs = catalogs;
        this.texts = texts;
    }

    /** Publishes the built-in text with this change, which must be one. */
    void publish(long district, String key, UnaryOperator<String> change) {
        String builtIn = texts.source(texts.text(key).orElseThrow());
        String own = change.apply(builtIn);
        if (own.equals(builtIn)) {
            throw new IllegalArgumentException("nothing has changed in " + key);
        }
        List<String> faults = rules.faults(texts.text(key).orElseThrow().file(), own);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        add(district, key, own);
    }

    /** Lets the built-in text hold again. */
    void bringBack(long district, String key) {
        add(district, key, null);
    }

    private void add(long district, String key, @Nullable String body) {
        int next = rows.newest(district, key).map(OwnTextRows.Version::number).orElse(0) + 1;
        rows.add(district, key, next, body, next, 0);
        catalogs.forget();
    }
}
