// Takes the answer back to the LMS by itself (Deep Linking 2.0, 2.3); where there is something to read first, a little
// later. Without this script the button does the same.
'use strict';
const answer = document.getElementById('answer');
if (answer) {
  const leaving = setTimeout(() => answer.submit(), Number(answer.dataset.wait));
  answer.addEventListener('submit', () => clearTimeout(leaving));
}
