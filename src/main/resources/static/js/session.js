// Tells in time that the session is about to end, with a button that extends it (WCAG 2.2.1). Asks the server nothing by
// itself: only what the person opens, saves or presses keeps a session alive.
'use strict';

const ending = document.getElementById('pc-ending');

if (ending) {
  const seconds = (name) => Number(ending.dataset[name]) * 1000;
  const end = Date.now() + seconds('pcEnd');
  let until = Date.now() + seconds('pcLeft');
  let timer = 0;

  const show = (name) => {
    for (const part of ['pcStay', 'pcLast', 'pcOver']) {
      const selector = `[data-${part.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}]`;
      ending.querySelector(selector).hidden = part !== name;
    }
    ending.hidden = !name;
  };

  const look = () => {
    clearTimeout(timer);
    const left = until - Date.now();
    const warning = seconds('pcWarning');
    if (left <= 0) show('pcOver');
    else if (left <= warning) show(until >= end ? 'pcLast' : 'pcStay');
    else show(null);
    if (left > 0) timer = setTimeout(look, left > warning ? left - warning : left);
  };

  const extend = (milliseconds) => {
    until = Math.min(end, Math.max(until, Date.now() + milliseconds));
    look();
  };

  ending.querySelector('form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const form = event.target;
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) }).catch(() => null);
    if (answer && answer.ok) extend(Number(answer.headers.get('Pc-Left')) * 1000);
  });
  document.addEventListener('pc-active', () => extend(seconds('pcAfterUse')));
  document.addEventListener('visibilitychange', () => { if (!document.hidden) look(); }); // timers sleep with the computer
  look();
}
