package org.peercoach.training;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.district.Administrator;
import org.peercoach.course.district.CurrentAdministrator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All texts of the training, with whose words hold. */
@Controller
class DistrictTextsController {

    static final String LIST = "/training";
    static final String PATH = LIST + "/texts";

    private static final String SESSION = "info";
    private static final String SHEET = "print";

    private final EditableTexts texts;
    private final OwnTextRows rows;
    private final Catalogs catalogs;
    private final TextPage page;

    DistrictTextsController(EditableTexts texts, OwnTextRows rows, Catalogs catalogs, TextPage page) {
        this.texts = texts;
        this.rows = rows;
        this.catalogs = catalogs;
        this.page = page;
    }

    /**
     * @param number of the activity, or 0
     * @param version that holds, or 0 for the built-in text
     * @param path of its page, or null when there is nothing to write
     */
    public record TextRow(
            int number,
            String title,
            String kindKey,
            String icon,
            int version,
            boolean draft,
            boolean film,
            @Nullable String path) {}

    /** @param session its number, or 0 for the help sheets */
    public record GroupView(int session, String title, List<TextRow> rows) {}

    /** What a district has of its own. */
    private record Held(Map<String, Integer> versions, Set<String> drafts) {}

    @GetMapping("/d/{district}" + LIST)
    String list(@CurrentAdministrator Administrator who, Model model) {
        Held held = held(who.district());
        TrainingCatalog catalog = catalogs.district(who.district());
        List<GroupView> groups = Stream.concat(
                        catalog.sessions().stream()
                                .filter(session -> !texts.of(session.number()).isEmpty())
                                .map(session -> group(who, session, held)),
                        Stream.of(new GroupView(
                                0,
                                "",
                                texts.of(0).stream()
                                        .map(text -> row(who, text, 0, SHEET, held))
                                        .toList())))
                .toList();
        model.addAttribute("administrator", who);
        model.addAttribute("groups", groups);
        return "training/district-texts";
    }

    private Held held(long district) {
        Map<String, Integer> versions = new HashMap<>();
        rows.newest(district).stream()
                .filter(one -> one.body() != null)
                .forEach(one -> versions.put(one.key(), one.number()));
        return new Held(versions, new HashSet<>(rows.drafts(district)));
    }

    private GroupView group(Administrator who, SessionContent session, Held held) {
        Stream<TextRow> own = texts.text(session.key()).stream().map(text -> row(who, text, 0, SESSION, held));
        Stream<TextRow> activities = session.activities().stream()
                .map(activity -> texts.text(activity.id())
                        .map(text -> row(
                                who, text, activity.number(), activity.kind().icon(), held))
                        .orElseGet(() -> elsewhere(activity)));
        return new GroupView(
                session.number(),
                session.title(),
                Stream.concat(own, activities).toList());
    }

    private TextRow row(Administrator who, EditableText text, int number, String icon, Held held) {
        return new TextRow(
                number,
                page.title(who.district(), text),
                page.kind(text),
                icon,
                held.versions().getOrDefault(text.key(), 0),
                held.drafts().contains(text.key()),
                held.versions().containsKey(EditableText.film(text.key())),
                who.path(text.path()));
    }

    /** A survey or a board has no text of its own here; its title and intro stand with the session. */
    private static TextRow elsewhere(ActivityContent activity) {
        return new TextRow(
                activity.number(),
                activity.title(),
                "training.kind." + activity.kind(),
                activity.kind().icon(),
                0,
                false,
                false,
                null);
    }
}
