// The LMS's end of LTI platform storage (lti.capabilities, lti.put_data, lti.get_data) and of the installer's close.
// In the page around the tool it answers what the frame says; in the frame "post_message_forwarding" it only stores.
'use strict';
const place = document.querySelector('[data-tool]');
const tool = new URL(place.dataset.tool).origin;
const mode = place.dataset.storage; // NONE, PARENT, FORWARDING (this page names the other frame), HERE (this is that frame)
const grows = place.dataset.frame === 'GROWING';
const stores = mode === 'PARENT' || mode === 'HERE';

const GROWING = ['lti.frameResize', 'lti.scrollToTop', 'lti.setUnloadMessage', 'lti.removeUnloadMessage', 'lti.screenReaderAlert'];

/** What Canvas does for a tool in a small frame; other LMSs are silent. */
function obey(message) {
  if (message.subject === 'lti.frameResize') place.style.height = `${Math.max(100, Math.min(Number(message.height) || 0, 10000))}px`;
  if (message.subject === 'lti.scrollToTop') place.scrollIntoView();
  if (message.subject === 'lti.setUnloadMessage') place.dataset.unload = String(message.message || 'unsaved');
  if (message.subject === 'lti.removeUnloadMessage') delete place.dataset.unload;
}

/** Each origin has its own drawer; the launch page's life is long enough for a launch. */
const drawer = (origin, key) => `lti ${origin} ${key}`;

function capabilities() {
  const storage = (subject) => (mode === 'FORWARDING' ? { subject, frame: 'post_message_forwarding' } : { subject });
  const offered = mode === 'NONE' ? [] : ['lti.put_data', 'lti.get_data'].map(storage);
  const growing = grows ? GROWING.map((subject) => ({ subject })) : [];
  return { supported_messages: [{ subject: 'lti.capabilities' }, { subject: 'org.imsglobal.lti.close' }, ...offered, ...growing] };
}

function put(origin, { key, value }) {
  if (!key) return { error: { code: 'bad_request', message: "Missing required 'key' field" } };
  if (value === null || value === undefined || value === '') {
    sessionStorage.removeItem(drawer(origin, key));
    return { key };
  }
  sessionStorage.setItem(drawer(origin, key), String(value));
  return { key, value };
}

function get(origin, { key }) {
  if (!key) return { error: { code: 'bad_request', message: "Missing required 'key' field" } };
  const value = sessionStorage.getItem(drawer(origin, key));
  return value === null ? { key } : { key, value };
}

function answerTo(origin, message) {
  if (message.subject === 'lti.capabilities' && mode !== 'HERE') return capabilities();
  if (!stores) return null;
  if (message.subject === 'lti.put_data') return put(origin, message);
  if (message.subject === 'lti.get_data') return get(origin, message);
  return null;
}

addEventListener('message', (event) => {
  const message = event.data;
  if (event.origin !== tool || typeof message !== 'object' || message === null) return;
  if (message.subject === 'org.imsglobal.lti.close' && place.dataset.close) {
    location.assign(place.dataset.close);
    return;
  }
  if (grows) obey(message);
  const answer = message.message_id ? answerTo(event.origin, message) : null;
  if (answer) {
    const reply = { subject: `${message.subject}.response`, message_id: message.message_id, ...answer };
    event.source.postMessage(reply, event.origin);
  }
});
