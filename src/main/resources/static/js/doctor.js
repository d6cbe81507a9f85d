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
