package org.peercoach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peercoach.training.WholeWork.Task;

/** A coach in a tab of the tool, who works by hand or sends what the page's own forms would send. */
record CoachAtWork(Page page, String course) {

    /** Sends forms one after the other, with what the page's own forms hide; tells what was not taken. */
    private static final String SEND = """
            async ([address, forms]) => {
              const text = await (await fetch(address)).text();
              const shown = new DOMParser().parseFromString(text, 'text/html');
              const middle = shown.querySelectorAll('main input[type=radio][name^="item."][value="3"]');
              const refused = [];
              for (const form of forms) {
                const sent = new URLSearchParams(form);
                for (const name of ['_csrf', 'version', 'writer']) {
                  const own = shown.querySelector(`main form [name=${name}]`);
                  if (own) sent.set(name, own.value);
                }
                middle.forEach((one) => sent.set(one.name, one.value));
                const answer = await fetch(address, { method: 'POST', body: sent, redirect: 'manual' });
                if (answer.type !== 'opaqueredirect') refused.push(`${answer.status} ${JSON.stringify(form)}`);
              }
              return refused.join('; ');
            }
            """;

    /** Fields that stand hidden in a form and say which of several it is. */
    private static final Set<String> HIDDEN = Set.of("item", "part", "step", "line", "card", "record");

    void open(String path) {
        page.navigate(course + path);
    }

    void send(Task task) {
        send(task, task.forms());
    }

    /** The first form by hand, the others as the page would send them. */
    void finishByHand(Task task) {
        fillIn(task, task.forms().getFirst());
        send(task, task.forms().subList(1, task.forms().size()));
    }

    private void send(Task task, List<Map<String, String>> forms) {
        assertThat(page.evaluate(SEND, List.of(course + task.page(), forms)))
                .as(task.id())
                .isEqualTo("");
    }

    void fillIn(Task task, Map<String, String> fields) {
        String card = fields.get("card");
        open(task.page() + (card == null ? "" : "?card=" + card));
        Locator form = page.locator("main form" + saying(fields));
        fields.forEach((name, value) -> {
            if (!HIDDEN.contains(name)) {
                fillIn(form, name, value);
            }
        });
        Locator press = form.locator("button.btn:not(.btn-link):not([name])").last();
        page.waitForResponse(answer -> isPage(answer, task.page()), () -> press.press("Enter"));
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    }

    private static void fillIn(Locator form, String name, String value) {
        Locator field = form.locator("[name='" + name + "']:not([type=hidden])");
        String type = String.valueOf(field.first().getAttribute("type"));
        if (type.equals("radio") || type.equals("checkbox")) {
            // by keyboard: a page that grows while somebody types moves what a mouse aims at
            Locator choice = form.locator("[name='" + name + "'][value='" + value + "']:not([type=hidden])");
            if (!choice.isChecked()) {
                choice.press("Space");
            }
        } else {
            field.fill(value);
        }
    }

    /** The form that has all these fields. */
    private static String saying(Map<String, String> fields) {
        StringBuilder conditions = new StringBuilder(":has([name=version])");
        fields.forEach((name, value) -> conditions
                .append(":has([name='")
                .append(name)
                .append(HIDDEN.contains(name) ? "'][value='" + value + "'])" : "'])"));
        return conditions.toString();
    }

    private static boolean isPage(Response answer, String path) {
        return answer.request().method().equals("GET") && answer.url().contains(path) && answer.status() == 200;
    }
}
