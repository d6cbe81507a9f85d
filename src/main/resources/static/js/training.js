// Saves what is typed by itself, and keeps a copy here until the server has it. Every page works without this file.
'use strict';

const QUIET = 2000;
const LONGEST = 10000;
const FIRST_RETRY = 5000;
const LAST_RETRY = 60000;
const LEAVE_WARNING = 3000;

/** Words of one form go to the server 2 s after the last stroke, and every 10 s while typing. */
class Autosave {
  constructor(form) {
    this.form = form;
    this.words = form.dataset;
    this.status = form.querySelector('[data-pc-status]') ?? [...document.querySelectorAll('[data-pc-status]')].pop();
    this.quiet = 0;
    this.dirtySince = 0;
    this.unsaved = 0;
    this.retry = FIRST_RETRY;
    this.running = false;
    this.stopped = false;
    const typed = (event) => { if (event.target.form === form) this.changed(); };
    document.addEventListener('input', typed);
    document.addEventListener('change', typed);
    form.addEventListener('submit', () => this.leaving());
    document.addEventListener('visibilitychange', () => { if (document.hidden && this.dirtySince) this.save(); });
    addEventListener('beforeunload', (event) => {
      if (this.dirtySince && Date.now() - this.dirtySince > LEAVE_WARNING) event.preventDefault();
    });
    this.restore();
  }

  changed() {
    const now = Date.now();
    if (!this.dirtySince) {
      this.dirtySince = now;
      this.unsaved = this.unsaved || setTimeout(() => document.dispatchEvent(new Event('pc-unsaved')), LEAVE_WARNING);
    }
    this.copy();
    clearTimeout(this.quiet);
    if (!this.stopped) {
      this.quiet = setTimeout(() => this.save(), Math.max(0, Math.min(QUIET, this.dirtySince + LONGEST - now)));
    }
  }

  async save() {
    clearTimeout(this.quiet);
    if (this.running) {
      this.quiet = setTimeout(() => this.save(), 500);
      return;
    }
    this.running = true;
    const since = this.dirtySince;
    this.dirtySince = 0;
    try {
      const answer = await fetch(this.words.pcAutosave, {
        method: 'POST', body: new URLSearchParams(new FormData(this.form)), redirect: 'error', keepalive: this.small(),
      });
      this.answered(answer, since);
    } catch {
      this.failed(since);
    } finally {
      this.running = false;
    }
  }

  answered(answer, since) {
    const version = answer.headers.get('Pc-Version');
    if (answer.status === 204) {
      this.form.elements.version.value = version;
      this.retry = FIRST_RETRY;
      if (this.dirtySince) this.copy(); else this.forget();
      this.safe();
      document.dispatchEvent(new Event('pc-active'));
      this.say(this.words.pcSaved.replace('{0}', answer.headers.get('Pc-Saved')));
      return;
    }
    if (answer.status >= 500 || answer.status === 429) {
      this.failed(since);
      return;
    }
    this.stopped = answer.status !== 413;
    this.dirtySince = 0;
    this.copy();
    this.safe();
    if (answer.status === 409 && version !== null) this.choose();
    else if (answer.status === 413) this.say(this.words.pcTooLong, true);
    else if (answer.status === 401) this.say(this.words.pcSignedOut, true);
    else this.say(this.words.pcOtherPerson, true);
  }

  /** Nobody need be warned any more: the server has it, or this browser keeps it. */
  safe() {
    clearTimeout(this.unsaved);
    this.unsaved = 0;
    document.dispatchEvent(new Event('pc-saved'));
  }

  failed(since) {
    this.dirtySince = this.dirtySince || since || Date.now();
    this.say(this.words.pcRetry, true);
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => this.save(), this.retry);
    this.retry = Math.min(this.retry * 2, LAST_RETRY);
  }

  /** Another window saved something else: the form's own way leads to the page where one chooses. */
  choose() {
    this.say(this.words.pcStale, true);
    const button = document.createElement('button');
    button.className = 'btn btn-outline-secondary btn-sm';
    button.name = 'later';
    button.value = '1';
    button.setAttribute('form', this.form.id);
    button.textContent = this.words.pcChoose;
    this.status.parentElement.append(' ', button);
  }

  /** The form goes itself; the copy stays until a page shows that the server has it. */
  leaving() {
    clearTimeout(this.quiet);
    if (this.dirtySince) this.copy({ sent: 'yes' });
    this.dirtySince = 0;
    this.safe();
  }

  say(text, wrong) {
    const line = this.status.parentElement;
    if (wrong || line.classList.contains('pc-unsaved')) document.dispatchEvent(new CustomEvent('pc-said', { detail: text }));
    line.classList.toggle('pc-unsaved', Boolean(wrong));
    line.querySelectorAll('svg, button').forEach((part) => part.remove());
    this.status.textContent = text;
  }

  small() {
    return JSON.stringify(this.fields()).length < 30000; // browsers refuse larger bodies that outlive the page
  }

  fields() {
    const kept = {};
    for (const [name, value] of new FormData(this.form)) {
      if (name !== '_csrf' && typeof value === 'string') kept[name] = value;
    }
    return kept;
  }

  copy(more) {
    try { localStorage.setItem(this.words.pcKey, JSON.stringify({ ...this.fields(), ...more })); } catch { /* no room: the server has it */ }
  }

  forget() {
    try { localStorage.removeItem(this.words.pcKey); } catch { /* none was kept */ }
  }

  /** What the server never got comes back into the form, with the version it was typed upon. */
  restore() {
    let kept = null;
    try { kept = JSON.parse(localStorage.getItem(this.words.pcKey)); } catch { /* none is kept */ }
    if (!kept) return;
    const now = this.fields();
    const arrived = kept.sent && Number(now.version) > Number(kept.version);
    const differs = Object.keys(kept).some((name) => !['version', 'writer', 'sent'].includes(name) && kept[name] !== (now[name] ?? ''));
    if (arrived || !differs) {
      this.forget();
      return;
    }
    for (const [name, value] of Object.entries(kept)) {
      if (this.form.elements[name]) this.form.elements[name].value = value;
    }
    this.form.dispatchEvent(new Event('pc-restored'));
    this.say(this.words.pcRestored);
    this.changed();
  }
}

/** Counts words as the server does: runs without blanks that hold a letter or a digit. */
function countWords(area) {
  const place = document.querySelector('[data-pc-count]');
  const count = () => {
    const words = (area.value.match(/\S*[\p{L}\p{N}]\S*/gu) || []).length;
    const enough = words >= Number(area.dataset.pcMin);
    place.textContent = (enough ? area.dataset.pcWords : area.dataset.pcWordsOf).replace('{0}', words);
  };
  area.addEventListener('input', count);
  area.form.addEventListener('pc-restored', count);
}

/**
 * A form marked data-pc-swap renews only its own part of the page, or all of it once the work is done; if that fails, it
 * goes the usual way. Reading goes on at data-pc-at, else at what is new.
 */
async function swap(event) {
  const form = event.target;
  const place = document.getElementById(form.dataset.pcSwap ?? '');
  if (!place) return;
  event.preventDefault();
  place.setAttribute('aria-busy', 'true');
  await Promise.all(autosaves.filter((one) => one.dirtySince).map((one) => one.save()));
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const done = page.getElementById('done') && !document.getElementById('done');
    const old = done ? document.getElementById('main') : place;
    const fresh = page.getElementById(old.id);
    if (!answer.ok || !fresh) throw new Error('go the usual way');
    old.replaceWith(document.importNode(fresh, true));
    enliven(document.getElementById(old.id));
    const newest = document.querySelector(form.dataset.pcAt ?? (done ? '#done' : `#${old.id} [tabindex="-1"]`));
    if (newest) {
      newest.focus({ preventScroll: true });
      newest.scrollIntoView({ block: 'nearest' });
    }
  } catch {
    form.submit();
  }
}

const autosaves = [];

/** Gives the forms of a part of the page their comforts. */
function enliven(part) {
  part.querySelectorAll('form[data-pc-autosave]').forEach((form) => autosaves.push(new Autosave(form)));
  part.querySelectorAll('textarea[data-pc-min]').forEach(countWords);
}

enliven(document);
document.addEventListener('submit', swap);
