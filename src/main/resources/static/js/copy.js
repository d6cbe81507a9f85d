// Buttons that copy the value beside them. Without this script they stay hidden, and the value can be selected.
'use strict';
const copied = (button) => {
  const words = button.querySelector('span');
  const before = words.textContent;
  words.textContent = button.dataset.done;
  words.setAttribute('role', 'status');
  setTimeout(() => { words.textContent = before; }, 3000);
};
const select = (value) => {
  const range = document.createRange();
  range.selectNodeContents(value);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
};
document.querySelectorAll('button[data-copy]').forEach((button) => {
  const value = document.getElementById(button.dataset.copy);
  if (!value) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    select(value); // a frame may lack the right to write to the clipboard; then Ctrl+C is all that is left to do
    try {
      await navigator.clipboard.writeText(value.textContent);
      copied(button);
    } catch (refused) {
      if (document.execCommand('copy')) copied(button);
    }
  });
});
