package org.peercoach.training;

import jakarta.servlet.http.HttpServletResponse;
import org.peercoach.course.district.Administrator;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a change of a district's text is answered: it is done, or the page comes again and says why not. */
@Component
class TextAnswers {

    private final DistrictTexts texts;
    private final TextPage page;

    TextAnswers(DistrictTexts texts, TextPage page) {
        this.texts = texts;
        this.page = page;
    }

    /** Who writes which text, and the page that answers. */
    record Editing(Administrator who, EditableText text, Model model, HttpServletResponse response) {}

    /** Back to the page, with a word about what was done. */
    String done(Editing editing, RedirectAttributes flash, String notice) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:" + editing.who().path(editing.text().path());
    }

    /** Another text stands there than was seen: this one stays in the fields, and that one stands beside it. */
    String stale(Editing editing, String source, String why) {
        editing.model().addAttribute("refused", why);
        editing.model().addAttribute("other", edited(editing));
        return again(editing, source, HttpStatus.CONFLICT);
    }

    /** The page as it is now, because it is another than the one on which a button was pressed. */
    String changed(Editing editing, String why) {
        editing.model().addAttribute("refused", why);
        return again(editing, edited(editing), HttpStatus.CONFLICT);
    }

    /** The page as it is; what was sent beside the text is wrong. */
    String wrong(Editing editing) {
        return again(editing, edited(editing), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private String again(Editing editing, String source, HttpStatus status) {
        page.judge(editing.who(), editing.text(), source, editing.model());
        editing.response().setStatus(status.value());
        return page.show(editing.who(), editing.text(), source, editing.model());
    }

    private String edited(Editing editing) {
        return texts.edited(editing.who().district(), editing.text());
    }
}
