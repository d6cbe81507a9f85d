package org.peercoach.training;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.district.Administrator;
import org.peercoach.course.district.CurrentAdministrator;
import org.peercoach.shared.ProblemPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The film that a district has of a scene. */
@Controller
class FilmController {

    private static final int LONGEST_ADDRESS = 1000;

    private final EditableTexts all;
    private final DistrictTexts texts;
    private final TextPage page;
    private final TextAnswers answers;

    FilmController(EditableTexts all, DistrictTexts texts, TextPage page, TextAnswers answers) {
        this.all = all;
        this.texts = texts;
        this.page = page;
        this.answers = answers;
    }

    @PostMapping(DistrictTextController.ADDRESS + "/film")
    String film(
            @CurrentAdministrator Administrator who,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(required = false) @Nullable String captions,
            @RequestParam(required = false) @Nullable String remove,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        EditableText text = scene(key);
        TextAnswers.Editing editing = new TextAnswers.Editing(who, text, model, response);
        if (remove == null && (captions == null || !link(address.strip()))) {
            model.addAttribute("film", new TextPage.FilmView(address, false, true));
            return answers.wrong(editing);
        }
        texts.film(who, text, remove == null ? address.strip() : null);
        return answers.done(editing, flash, remove == null ? "training.film.added" : "training.film.removed");
    }

    /** An address that browsers open, with a host and without a password. */
    private static boolean link(String address) {
        try {
            URI link = new URI(address);
            return "https".equals(link.getScheme())
                    && link.getHost() != null
                    && link.getUserInfo() == null
                    && address.length() <= LONGEST_ADDRESS;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private EditableText scene(String key) {
        EditableText text = all.atAddress(key);
        if (!page.kind(text).equals("training.kind." + Kind.WATCH)) {
            throw ProblemPage.notHere();
        }
        return text;
    }
}
