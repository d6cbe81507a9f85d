package org.peercoach.training;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a district says in its own words, laid over the files that ship.
 *
 * @param files source texts by the file that they stand for
 * @param answers by file: how often what people answer there has changed; it stays when the built-in text comes back
 * @param videos addresses by id of the scene's activity
 */
record OwnTexts(Map<String, String> files, Map<String, Integer> answers, Map<String, String> videos) {

    static final OwnTexts NONE = new OwnTexts(Map.of(), Map.of(), Map.of());

    OwnTexts {
        files = Map.copyOf(files);
        answers = Map.copyOf(answers);
        videos = Map.copyOf(videos);
    }

    /** One text alone over all that is built in. */
    static OwnTexts of(String file, String text) {
        return new OwnTexts(Map.of(file, text), Map.of(), Map.of());
    }

    @Nullable
    String file(String file) {
        return files.get(file);
    }

    int answers(String file) {
        return answers.getOrDefault(file, 0);
    }

    /** Whether anything of this session is the district's own. */
    boolean touch(SessionTitle session) {
        String folder = session.folder() + "/";
        return files.keySet().stream().anyMatch(file -> file.startsWith(folder))
                || answers.keySet().stream().anyMatch(file -> file.startsWith(folder))
                || videos.keySet().stream().anyMatch(id -> id.startsWith("S" + session.number() + "."));
    }

    boolean touchSheets() {
        return files.keySet().stream().anyMatch(file -> file.startsWith(ContentFiles.SHEETS));
    }

    /** The same without these texts. */
    OwnTexts without(Set<String> wrong) {
        Map<String, String> right = new java.util.HashMap<>(files);
        right.keySet().removeAll(wrong);
        return new OwnTexts(right, answers, videos);
    }
}
