// Copies a text for support where the browser lets us; elsewhere the text is there to be marked and copied.
'use strict';
for (const button of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      button.parentElement.querySelector('[data-copied]').hidden = false;
    } catch (refused) {
      button.hidden = true;
    }
  });
}

// Tries the storage that the LMS offers to frames (LTI client side messages), in this very browser. It speaks to the
// one origin that logins go to, and believes only that.
const storageTest = document.getElementById('storage-test');
const PATIENCE_MS = 2500;

function say(result) {
  for (const line of storageTest.querySelectorAll('[data-result]')) line.hidden = line.dataset.result !== result;
}

function askLms(lms, message) {
  const id = crypto.randomUUID();
  const { origin } = storageTest.dataset;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('silent')), PATIENCE_MS);
    window.addEventListener('message', (event) => {
      const answer = event.data;
      if (event.origin !== origin || !answer || answer.subject !== `${message.subject}.response` || answer.message_id !== id) return;
      clearTimeout(timer);
      if (answer.error) reject(new Error('broken'));
      else resolve(answer);
    });
    lms.postMessage({ message_id: id, ...message }, origin);
  });
}

function frameOf(lms, name) {
  if (!name || name === '_parent') return lms;
  try {
    return lms.frames[name] || lms;
  } catch (blocked) {
    return lms;
  }
}

async function tryStorage() {
  const lms = window.parent !== window ? window.parent : window.opener;
  if (!lms) return 'alone';
  say('asking');
  let capabilities;
  try {
    capabilities = await askLms(lms, { subject: 'lti.capabilities' });
  } catch (none) {
    return 'silent';
  }
  const offered = (capabilities.supported_messages || []).find((message) => message.subject === 'lti.put_data');
  if (!offered) return 'without';
  const store = frameOf(lms, offered.frame);
  const key = 'pc_connection_check';
  const value = crypto.randomUUID();
  try {
    await askLms(store, { subject: 'lti.put_data', key, value });
    const answer = await askLms(store, { subject: 'lti.get_data', key });
    store.postMessage({ subject: 'lti.put_data', message_id: crypto.randomUUID(), key, value: null }, storageTest.dataset.origin);
    return answer.value === value ? 'works' : 'broken';
  } catch (failed) {
    return 'broken';
  }
}

if (storageTest) tryStorage().then(say);
