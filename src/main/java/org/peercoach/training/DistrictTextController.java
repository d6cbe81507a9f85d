package org.peercoach.training;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.district.Administrator;
import org.peercoach.course.district.CurrentAdministrator;
import org.peercoach.shared.ProblemPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One text of a district: draft, preview, publishing, and earlier versions. */
@Controller
class DistrictTextController {

    static final String ADDRESS = "/d/{district}" + DistrictTextsController.PATH + "/{key}";
    private static final String FILE = "file";

    private final EditableTexts all;
    private final DistrictTexts texts;
    private final OwnTextRows rows;
    private final TextPage page;
    private final TextAnswers answers;

    DistrictTextController(
            EditableTexts all, DistrictTexts texts, OwnTextRows rows, TextPage page, TextAnswers answers) {
        this.all = all;
        this.texts = texts;
        this.rows = rows;
        this.page = page;
        this.answers = answers;
    }

    @GetMapping(ADDRESS)
    String show(
            @CurrentAdministrator Administrator who,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String as,
            Model model) {
        EditableText text = at(key, as);
        page.judge(who, text, texts.edited(who.district(), text), model);
        return page.show(who, text, model);
    }

    /**
     * What a form says about itself.
     *
     * @param act keep, preview or publish
     * @param seen number of the newest publishing when the page was made; {@code revision} of the draft
     * @param as "file" for the text of the file in the place of a form
     */
    record Sent(
            @Nullable String act,
            @Nullable Integer seen,
            @Nullable Integer revision,
            @Nullable String as) {
        String how() {
            return act == null ? "keep" : act;
        }

        String asked() {
            return as == null ? "" : as;
        }

        DistrictTexts.Seen saw() {
            return new DistrictTexts.Seen(seen == null ? 0 : seen, revision == null ? 0 : revision);
        }
    }

    /** Keeps the draft whatever it says; then shows it or publishes it. */
    @PostMapping(ADDRESS)
    String save(
            @CurrentAdministrator Administrator who,
            @PathVariable String key,
            Sent form,
            @RequestParam Map<String, String> sent,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        EditableText text = at(key, form.asked());
        TextAnswers.Editing editing = new TextAnswers.Editing(who, text, model, response);
        String source = source(who, text, sent);
        Optional<DistrictTexts.Seen> kept = texts.keep(who, text, source, form.saw());
        if (kept.isEmpty()) {
            return answers.stale(editing, source, "training.text.stale");
        }
        if (form.how().equals("publish")) {
            if (!page.judge(who, text, source, model)) {
                model.addAttribute("refused", "training.text.refused");
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return page.show(who, text, source, model);
            }
            if (!texts.publish(who, text, source, kept.get())) {
                return answers.stale(editing, source, "training.text.stale");
            }
        }
        String notice = form.how().equals("publish") ? "training.text.published" : "training.text.kept";
        String file = form.asked().equals(FILE) ? "?as=" + FILE : "";
        return answers.done(editing, flash, notice) + file + (form.how().equals("preview") ? "#preview" : "");
    }

    /** For the script of the page: keeps the draft and shows it beside the fields. */
    @PostMapping(ADDRESS + "/draft")
    String draft(
            @CurrentAdministrator Administrator who,
            @PathVariable String key,
            Sent form,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        EditableText text = at(key, form.asked());
        String source = source(who, text, sent);
        boolean kept = texts.keep(who, text, source, form.saw()).isPresent();
        page.judge(who, text, source, model);
        page.show(who, text, source, model);
        if (!kept) {
            response.setStatus(HttpStatus.CONFLICT.value());
        }
        return "training/district-text :: judged";
    }

    @PostMapping(ADDRESS + "/drop")
    String drop(
            @CurrentAdministrator Administrator who,
            @PathVariable String key,
            @RequestParam(defaultValue = "0") int revision,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        EditableText text = at(key, "");
        TextAnswers.Editing editing = new TextAnswers.Editing(who, text, model, response);
        return texts.drop(who, text, revision)
                ? answers.done(editing, flash, "training.text.dropped")
                : answers.changed(editing, "training.text.stale.drop");
    }

    @PostMapping(ADDRESS + "/built-in")
    String bringBack(
            @CurrentAdministrator Administrator who,
            @PathVariable String key,
            @RequestParam(defaultValue = "0") int seen,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        EditableText text = at(key, "");
        TextAnswers.Editing editing = new TextAnswers.Editing(who, text, model, response);
        if (!texts.bringBack(who, text, seen)) {
            model.addAttribute("other", texts.current(who.district(), text));
            return answers.changed(editing, "training.text.stale.built-in");
        }
        return answers.done(editing, flash, "training.text.brought-back");
    }

    /** An earlier version as a new draft: it is looked at before it is published again. A draft that is there stays. */
    @PostMapping(ADDRESS + "/again")
    String again(
            @CurrentAdministrator Administrator who,
            @PathVariable String key,
            @RequestParam int version,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        EditableText text = at(key, "");
        TextAnswers.Editing editing = new TextAnswers.Editing(who, text, model, response);
        String body = rows.version(who.district(), key, version)
                .map(one -> Optional.ofNullable(one.body()).orElseGet(() -> all.source(text)))
                .orElseThrow(ProblemPage::notHere);
        DistrictTexts.Seen seen = new DistrictTexts.Seen(texts.newest(who.district(), text), 0);
        return texts.keep(who, text, body, seen).isPresent()
                ? answers.done(editing, flash, "training.text.again")
                : answers.stale(editing, body, "training.text.again.draft");
    }

    private String source(Administrator who, EditableText text, Map<String, String> sent) {
        return TextFields.source(text.shape(), sent, texts.edited(who.district(), text));
    }

    private EditableText at(String key, String as) {
        EditableText text = all.atAddress(key);
        return as.equals(FILE) ? text.asFile() : text;
    }
}
