// The last page of an installation: the button tells the LMS to close us (Dynamic Registration 1.0). Nothing secret is
// said, so any listener may hear it. Without this script the words beside the button are enough.
'use strict';
const closing = document.getElementById('close');
const lms = window.opener || (window.parent !== window ? window.parent : null);
if (closing && lms) {
  closing.hidden = false;
  closing.addEventListener('click', () => lms.postMessage({ subject: 'org.imsglobal.lti.close' }, '*'));
}
