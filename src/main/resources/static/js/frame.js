// Speaks to the LMS around the frame: to its own origin only, only what it says it understands, and never waits for an
// answer (LTI-C5). Every page works without this file, and without any answer.
'use strict';

const facts = document.body.dataset;
const around = window.parent === window ? null : window.parent;
const known = (facts.pcLms || '').split(' ').filter(Boolean);
const itsOrigin = [...(location.ancestorOrigins || [])].find((one) => known.includes(one)) || known[0];

/** Subjects that the LMS has listed; stays pending for ever where it does not answer. */
const offered = new Promise((resolve) => {
  if (!around || !itsOrigin) return;
  const id = crypto.randomUUID();
  addEventListener('message', (event) => {
    const answer = event.data;
    if (event.origin !== itsOrigin || !answer || answer.subject !== 'lti.capabilities.response' || answer.message_id !== id) return;
    const listed = Array.isArray(answer.supported_messages) ? answer.supported_messages : [];
    resolve(new Set(listed.map((one) => one && one.subject)));
  });
  around.postMessage({ subject: 'lti.capabilities', message_id: id }, itsOrigin);
});

function tell(subject, fields) {
  offered.then((subjects) => {
    if (subjects.has(subject)) around.postMessage({ subject, message_id: crypto.randomUUID(), ...fields }, itsOrigin);
  });
}

/** A small frame grows with its page (grow mode): nothing stays fixed, nothing scrolls inside. */
function grow() {
  document.body.classList.add('pc-grow');
  let told = 0;
  let waiting = 0;
  const fit = () => {
    waiting = 0;
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height) + 16;
    if (Math.abs(height - told) > 1) {
      told = height;
      tell('lti.frameResize', { height });
    }
  };
  new ResizeObserver(() => { waiting = waiting || setTimeout(fit, 100); }).observe(document.body);
  if (document.documentElement.dataset.pcMoved) tell('lti.scrollToTop');
}

/** The launch says by the address whether its frame may grow; that holds for the pages of this launch. */
function mayGrow() {
  try {
    if (new URLSearchParams(location.search).get('grow') === '1') sessionStorage.setItem('pc-grow', facts.pcLaunch);
    return sessionStorage.getItem('pc-grow') === facts.pcLaunch;
  } catch {
    return false;
  }
}

if (around && mayGrow()) offered.then((subjects) => { if (subjects.has('lti.frameResize')) grow(); });

document.addEventListener('pc-unsaved', () => tell('lti.setUnloadMessage', { message: facts.pcUnsaved }));
document.addEventListener('pc-saved', () => tell('lti.removeUnloadMessage'));
document.addEventListener('pc-said', (event) => tell('lti.screenReaderAlert', { body: event.detail }));

/** A page that has been open for long asks for a fresh ticket when its button is pressed. */
const newTab = document.getElementById('new-tab');
const TICKET_MS = 9 * 60 * 1000;
const opened = Date.now();
if (newTab) {
  newTab.addEventListener('submit', async (event) => {
    if (Date.now() - opened < TICKET_MS) return;
    event.preventDefault();
    const fields = new URLSearchParams({ path: location.pathname, _csrf: newTab.elements._csrf.value });
    const answer = await fetch(newTab.dataset.pcTicket, { method: 'POST', body: fields }).catch(() => null);
    if (answer && answer.ok) newTab.elements.ticket.value = await answer.text();
    newTab.submit();
  });
}
