// Keeps the launch's secret in the LMS's storage and fetches it again, where the browser refuses our cookie in the
// frame. Speaks to one origin only and believes only its answers. Nobody waits longer than the times below.
'use strict';

const page = document.getElementById('lti-storage');
const { step, origin, frame, key } = page.dataset;
const KEEP_MS = 900;
const ASK_MS = 3000;

/** The LMS's window: the parent, or the frame beside us that the LMS named. */
function lms() {
  const above = window.parent !== window ? window.parent : window.opener;
  if (!above || frame === '_parent') return above;
  try {
    return above.frames[frame] || above;
  } catch (blocked) {
    return above;
  }
}

/** Sends a message and resolves with the answer's value; rejects when it is refused or late. */
function ask(subject, fields, patience) {
  return new Promise((resolve, reject) => {
    const target = lms();
    if (!target) {
      reject(new Error('no LMS window'));
      return;
    }
    const id = crypto.randomUUID();
    const timer = setTimeout(() => reject(new Error('no answer')), patience);
    window.addEventListener('message', (event) => {
      const answer = event.data;
      if (event.origin !== origin || !answer || answer.subject !== `${subject}.response` || answer.message_id !== id) return;
      clearTimeout(timer);
      if (answer.error) reject(new Error('refused'));
      else resolve(answer.value);
    });
    target.postMessage({ subject, message_id: id, key, ...fields }, origin);
  });
}

function goOn() {
  location.replace(page.dataset.next);
}

function answer(secret) {
  if (typeof secret !== 'string' || secret === '') throw new Error('nothing stored');
  lms().postMessage({ subject: 'lti.put_data', message_id: crypto.randomUUID(), key, value: null }, origin);
  const form = document.getElementById('lti-storage-answer');
  form.elements.storage_secret.value = secret;
  form.submit();
}

function sayThatItFailed() {
  document.getElementById('lti-storage-wait').hidden = true;
  document.getElementById('lti-storage-failed').hidden = false;
}

if (step === 'keep') ask('lti.put_data', { value: page.dataset.secret }, KEEP_MS).then(goOn, goOn);
else ask('lti.get_data', {}, ASK_MS).then(answer).catch(sayThatItFailed);
