// Saves what is typed by itself, and keeps a copy here until the server has it. Every page works without this file.
'use strict';

const QUIET = 2000;
const LONGEST = 10000;
const FIRST_RETRY = 5000;
const LAST_RETRY = 60000;
const LEAVE_WARNING = 3000;
const LONGEST_KEPT = 30 * 24 * 60 * 60 * 1000;
const OF_THE_TAB = ['version', 'writer'];

/** Copies of what the server may not have yet, in this browser's part of storage that belongs to this LMS alone. */
const copies = {
  /** The fields of a form as pairs; a name may stand several times. */
  fields(form) {
    return [...new FormData(form)].filter(([name, value]) => name !== '_csrf' && typeof value === 'string');
  },

  /** False where the browser keeps nothing. */
  put(key, copy) {
    try {
      localStorage.setItem(key, JSON.stringify(copy));
      return true;
    } catch {
      return false;
    }
  },

  get(key) {
    let copy = null;
    try { copy = JSON.parse(localStorage.getItem(key)); } catch { /* none is kept */ }
    if (!copy || !Array.isArray(copy.fields)) return null;
    if (Date.now() - copy.at < LONGEST_KEPT) return copy;
    this.forget(key);
    return null;
  },

  forget(key) {
    try { localStorage.removeItem(key); } catch { /* none was kept */ }
  },

  /** The keys of all copies whose key begins so. */
  keys(prefix) {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    } catch {
      return [];
    }
  },

  values(fields) {
    const values = new Map();
    for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value]);
    return values;
  },

  /** Whether a form of these fields would say something else; what tells tabs from each other does not count. */
  differ(kept, now) {
    const before = this.values(now);
    return [...this.values(kept)].some(([name, values]) => !OF_THE_TAB.includes(name)
      && values.join() !== (before.get(name) ?? ['']).join());
  },

  /** Back into the form. What the page has no field for, such as a row that is gone, travels along unseen. */
  putBack(form, fields) {
    for (const [name, values] of this.values(fields)) {
      const controls = [...form.elements].filter((control) => control.name === name && control.tagName !== 'BUTTON');
      const boxes = controls.filter((control) => ['checkbox', 'radio'].includes(control.type));
      if (boxes.length) boxes.forEach((box) => { box.checked = values.includes(box.value); });
      else if (controls.length) controls[0].value = values[0];
      else if (values[0] && name !== 'writer') form.append(this.hidden(name, values[0]));
    }
  },

  hidden(name, value) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    return field;
  },
};

/** Words of one form go to the server 2 s after the last stroke, and every 10 s while typing. */
class Autosave {
  constructor(form) {
    this.form = form;
    this.words = form.dataset;
    this.status = form.querySelector('[data-pc-status]') ?? [...document.querySelectorAll('[data-pc-status]')].pop();
    this.quiet = 0;
    this.dirtySince = 0;
    this.sendingSince = 0;
    this.unsaved = 0;
    this.retry = FIRST_RETRY;
    this.running = false;
    this.stopped = false;
    this.signedOut = false;
    this.form.id ||= 'pc-work';
    const typed = (event) => { if (event.target.form === form) this.changed(); };
    document.addEventListener('input', typed);
    document.addEventListener('change', typed);
    form.addEventListener('submit', () => this.leaving());
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) this.comeBack();
      else if (this.dirtySince && !this.stopped) this.save();
    });
    addEventListener('focus', () => this.comeBack());
    addEventListener('beforeunload', (event) => {
      const since = this.sendingSince || this.dirtySince;
      if (since && Date.now() - since > LEAVE_WARNING) event.preventDefault();
    });
    this.restore();
  }

  changed() {
    const now = Date.now();
    if (!this.dirtySince) {
      this.dirtySince = now;
      this.unsaved = this.unsaved || setTimeout(() => document.dispatchEvent(new Event('pc-unsaved')), LEAVE_WARNING);
    }
    const kept = this.copy();
    clearTimeout(this.quiet);
    if (!this.stopped) {
      this.quiet = setTimeout(() => this.save(), Math.max(0, Math.min(QUIET, this.dirtySince + LONGEST - now)));
    } else if (kept) {
      this.dirtySince = 0;
      this.safe();
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
    this.sendingSince = since;
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
      this.sendingSince = 0;
    }
  }

  answered(answer, since) {
    const version = answer.headers.get('Pc-Version');
    if (answer.status === 204) {
      this.form.elements.version.value = version;
      this.retry = FIRST_RETRY;
      this.signedOut = false;
      if (this.dirtySince) this.copy(); else copies.forget(this.words.pcKey);
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
    this.signedOut = answer.status === 401;
    const kept = this.copy();
    if (kept) {
      this.dirtySince = 0;
      this.safe();
    } else {
      this.dirtySince = this.dirtySince || since;
    }
    if (answer.status === 409 && version !== null) this.choose();
    else if (answer.status === 413) this.say(this.words.pcTooLong, true);
    else if (this.signedOut) this.say(kept ? this.words.pcSignedOut : this.status.parentElement.dataset.pcNotKept, true);
    else if (answer.headers.has('Pc-Refused')) this.say(this.words.pcRefused, true);
    else this.say(this.words.pcOtherPerson, true);
  }

  /** Whoever signed in again in another window can go on in this one. */
  comeBack() {
    if (!this.signedOut || this.running) return;
    this.stopped = false;
    this.save();
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
    if (this.dirtySince || this.sendingSince || this.stopped) this.copy({ sent: true });
    this.dirtySince = 0;
    this.sendingSince = 0;
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
    return JSON.stringify(copies.fields(this.form)).length < 30000; // browsers refuse larger bodies that outlive the page
  }

  /** Without a key no copy stays on this computer: anonymous answers leave none. */
  copy(more) {
    if (!this.words.pcKey) return false;
    const title = document.querySelector('h1')?.textContent;
    return copies.put(this.words.pcKey, { fields: copies.fields(this.form), at: Date.now(), path: location.pathname + (this.words.pcPlace ?? ''), title, ...more });
  }

  /** What the server never got comes back into the form, with the version it was typed upon. */
  restore() {
    if (!this.words.pcKey) return;
    const kept = copies.get(this.words.pcKey);
    if (!kept) return;
    const now = copies.fields(this.form);
    if (hasArrived(kept, Number(this.form.elements.version.value)) || !copies.differ(kept.fields, now)) {
      copies.forget(this.words.pcKey);
      return;
    }
    copies.putBack(this.form, kept.fields);
    this.form.dispatchEvent(new Event('pc-restored'));
    this.say(this.words.pcRestored);
    this.changed();
  }
}

/** Whether a form that went by itself is on the server, which counts up with everything it takes. */
function hasArrived(kept, version) {
  return Boolean(kept.sent) && version > Number(copies.values(kept.fields).get('version')?.[0] ?? 0);
}

/** After a new launch: leads back to every text that this browser keeps for this person and the server lacks. */
async function offerKept(note) {
  for (const key of copies.keys(note.dataset.pcKept)) {
    const kept = copies.get(key);
    if (!kept || !kept.path || !await isMissing(key, kept)) continue;
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = kept.path;
    link.textContent = kept.title || kept.path;
    item.append(link);
    note.querySelector('ul').append(item);
    note.hidden = false;
  }
}

/** Asks the page itself about a form that went by itself; one that cannot be read is offered. */
async function isMissing(key, kept) {
  if (!kept.sent) return true;
  try {
    const answer = await fetch(kept.path);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const version = page.querySelector('form [name="version"]');
    if (!answer.ok || !version || !hasArrived(kept, Number(version.value))) return true;
    copies.forget(key);
    return false;
  } catch {
    return true;
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
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form, event.submitter)) });
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

document.querySelectorAll('[data-pc-forget]').forEach((page) => copies.forget(page.dataset.pcForget)); // it is handed in

const autosaves = [];

/** Gives the forms of a part of the page their comforts. */
function enliven(part) {
  part.querySelectorAll('form[data-pc-autosave]').forEach((form) => autosaves.push(new Autosave(form)));
  part.querySelectorAll('textarea[data-pc-min]').forEach(countWords);
}

enliven(document);
document.querySelectorAll('[data-pc-kept]').forEach(offerKept);
document.addEventListener('submit', swap);
