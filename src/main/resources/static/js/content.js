// Keeps the draft of a district's text while it is typed, and shows it as coaches will see it. Without this script the
// buttons below the text do the same.
'use strict';
{
  const PAUSE_MS = 1500;
  const form = document.querySelector('[data-pc-live]');
  const judged = document.getElementById('judged');
  let timer;
  let busy = false;
  let again = false;
  let pressed = null;

  function unsaved() {
    const line = document.createElement('p');
    line.className = 'pc-error';
    line.textContent = form.dataset.notSaved;
    judged.querySelector('.pc-error')?.remove();
    judged.prepend(line);
  }

  async function parts(answer) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return page.body.childNodes;
  }

  async function keep() {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      const answer = await fetch(form.dataset.live, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
      if (answer.ok && !answer.redirected) judged.replaceChildren(...await parts(answer));
      else unsaved();
    } catch (offline) {
      unsaved();
    }
    busy = false;
    if (pressed) {
      form.requestSubmit(pressed);
      return;
    }
    if (again) {
      again = false;
      keep();
    }
  }

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE_MS);
  });
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    if (!busy) return;
    event.preventDefault(); // the answer on its way brings the number that this form has to name
    pressed = event.submitter;
  });
}
