// Small comforts on every page; each page works without them.
'use strict';

/** What this window remembers from page to page; nothing where the browser keeps nothing. */
const remembered = {
  take(name) {
    try {
      const value = sessionStorage.getItem(name);
      sessionStorage.removeItem(name);
      return value;
    } catch { return null; }
  },
  keep(name, value) {
    try { sessionStorage.setItem(name, value); } catch { /* then not */ }
  },
};

// Where a click of the person led here, reading goes on at the heading, or at what has to be put right: the list of it, else
// the first field. A launch never takes the focus out of the LMS.
const MOVED = 'pc-moved';
const JUST_NOW = 5000;
let pressed = 0;
for (const kind of ['click', 'submit']) {
  addEventListener(kind, () => { pressed = Date.now(); }, true);
}
addEventListener('pagehide', () => {
  if (Date.now() - pressed < JUST_NOW) remembered.keep(MOVED, 'yes');
});
if (remembered.take(MOVED)) {
  document.documentElement.dataset.pcMoved = 'yes';
  const heading = document.querySelector('h1[tabindex="-1"]');
  const wrong = document.querySelector('main .pc-note.pc-warn[tabindex="-1"]')
    ?? document.querySelector('main .pc-invalid :is(input:not([type="hidden"]), select, textarea)');
  if (!location.hash) {
    if (wrong) wrong.focus();
    else heading?.focus({ preventScroll: true });
  }
}

// A second click while the first is on its way sends nothing twice. The pause is over by itself, should nothing come of it.
const ON_ITS_WAY = 3000;
const sent = new WeakSet();
addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post' || form.target) return;
  if (sent.has(form)) event.preventDefault();
  sent.add(form);
  setTimeout(() => sent.delete(form), ON_ITS_WAY);
});

// Back to a page whose form is still filled in: a fresh one would hold only what was saved.
for (const link of document.querySelectorAll('a[data-pc-back]')) {
  link.addEventListener('click', (event) => {
    if (history.length < 2 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.back();
  });
}

// A button that prints the page, for windows without a menu of their own.
for (const button of document.querySelectorAll('[data-pc-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
