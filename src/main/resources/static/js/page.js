// Small comforts on every page; each page works without them.
'use strict';
const heading = document.querySelector('h1[tabindex="-1"]');
if (heading && !location.hash) heading.focus({ preventScroll: true });
