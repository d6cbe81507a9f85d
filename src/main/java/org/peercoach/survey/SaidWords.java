package org.peercoach.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** All that somebody chose and wrote, in words: to copy from a page that does not take it. */
@Component
class SaidWords {

    private final MessageSource messages;

    SaidWords(MessageSource messages) {
        this.messages = messages;
    }

    /** Null if there is nothing. */
    @Nullable
    String of(Instrument instrument, Answers answers) {
        List<String> said = new ArrayList<>();
        OwnResult own = new OwnResult(instrument, answers, null);
        instrument.items().forEach(item -> {
            String level = level(instrument, item, answers);
            if (!level.isEmpty()) {
                said.add(item.text() + ": " + level);
            }
        });
        own.texts().forEach(row -> said.add(row.label() + "\n" + row.text()));
        return said.isEmpty() ? null : String.join("\n\n", said);
    }

    private String level(Instrument instrument, Instrument.Item item, Answers answers) {
        String given = answers.text(Answers.item(item));
        String level = given.equals(Answers.NOT_MINE)
                ? words("survey.not-mine")
                : instrument.level(given).map(Instrument.Level::text).orElse("");
        String help = Arrays.stream(Help.values())
                .filter(one -> answers.has(Answers.help(item), one.word()))
                .findFirst()
                .map(one -> words("survey.help") + " " + words("survey.help." + one))
                .orElse("");
        return level.isEmpty() || help.isEmpty() ? level + help : level + " · " + help;
    }

    private String words(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
