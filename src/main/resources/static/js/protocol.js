// Leads through the steps of a timed talk, without a sound. The table of steps says all of it without this file.
'use strict';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Fills {0}, {1} ... of a message. */
function fill(text, ...values) {
  return text.replace(/\{(\d)\}/g, (_, at) => values[at]);
}

class Timer {
  constructor(panel) {
    this.panel = panel;
    this.words = panel.dataset;
    this.rows = [...document.querySelectorAll('tr[data-pc-minutes]')];
    this.length = this.rows.map((row) => Number(row.dataset.pcMinutes) * MINUTE);
    this.part = (name) => panel.querySelector(`[data-pc-${name}]`);
    this.step = 0;
    this.left = this.length[0];
    this.until = 0; // when the step ends, 0 while the timer stands still
    this.part('go').addEventListener('click', () => (this.until ? this.pause() : this.start()));
    this.part('next').addEventListener('click', () => this.go(this.step + 1));
    this.part('back').addEventListener('click', () => this.go(this.step - 1));
    this.remember();
    panel.hidden = false;
    this.show();
    setInterval(() => this.tick(), SECOND / 4);
  }

  start() {
    if (!this.left) return;
    this.until = Date.now() + this.left;
    this.tell(this.announcement());
    this.show();
  }

  pause() {
    this.left = Math.max(0, this.until - Date.now());
    this.until = 0;
    this.tell(this.words.pcPaused);
    this.show();
  }

  /** To another step, from its beginning; a running timer goes on running. */
  go(step) {
    if (step < 0 || step >= this.rows.length) return;
    this.step = step;
    this.left = this.length[step];
    if (this.until || this.over) this.until = Date.now() + this.left;
    this.over = false;
    this.tell(this.announcement());
    this.show();
  }

  tick() {
    if (!this.until) return;
    this.left = Math.max(0, this.until - Date.now());
    if (!this.left) {
      this.until = 0;
      this.over = true;
      const next = this.rows[this.step + 1];
      this.tell(next ? fill(this.words.pcOver, next.dataset.pcTitle) : this.words.pcEnd);
    }
    this.show();
  }

  announcement() {
    const row = this.rows[this.step];
    return fill(this.words.pcSaid, this.step + 1, row.dataset.pcTitle, row.dataset.pcMinutes);
  }

  tell(text) {
    this.part('say').textContent = text;
  }

  show() {
    const later = this.length.slice(this.step + 1).reduce((sum, one) => sum + one, 0);
    const set = (name, text) => {
      const place = this.part(name);
      if (place.textContent !== text) place.textContent = text;
    };
    set('step', fill(this.words.pcAt, this.step + 1, this.rows[this.step].dataset.pcTitle));
    set('left', this.clock(this.left));
    set('total', this.clock(this.left + later));
    set('go', this.until ? this.words.pcPause : this.left === this.length[this.step] ? this.words.pcStart : this.words.pcResume);
    this.part('go').disabled = !this.left;
    this.part('back').disabled = this.step === 0;
    this.part('next').disabled = this.step === this.rows.length - 1;
    this.rows.forEach((row, at) => (at === this.step ? row.setAttribute('aria-current', 'step') : row.removeAttribute('aria-current')));
    this.keep();
  }

  clock(millis) {
    const seconds = Math.ceil(millis / SECOND);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }

  keep() {
    const state = JSON.stringify({ step: this.step, left: Math.round(this.left / SECOND) * SECOND, until: this.until });
    if (state === this.kept) return;
    this.kept = state;
    try { sessionStorage.setItem(this.words.pcTimer, state); } catch { /* then a new page begins anew */ }
  }

  /** Another page, such as the saved record, does not stop the talk. */
  remember() {
    try {
      const { step, left, until } = JSON.parse(sessionStorage.getItem(this.words.pcTimer));
      if (!(step in this.rows)) return;
      this.step = step;
      this.left = Math.min(left, this.length[step]);
      this.until = until;
      this.over = !this.left;
    } catch { /* nothing is kept */ }
  }
}

document.querySelectorAll('[data-pc-timer]').forEach((panel) => new Timer(panel));
