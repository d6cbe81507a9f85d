// Tells the time zone of this browser where nobody else has told one and the server does not know it yet. Loaded only on
// such pages; what it tells holds from the next page on.
'use strict';

const zoneForm = document.getElementById('pc-zone');
const REFUSED = 'pc-zone-refused';

/** A browser that hides where it is says UTC: that tells nothing. */
function zoneHere() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || '';
  return zone.includes('/') && !zone.startsWith('Etc/') ? zone : null;
}

async function tellZone(zone) {
  const fields = new URLSearchParams(new FormData(zoneForm));
  fields.set('zone', zone);
  const answer = await fetch(zoneForm.action, { method: 'POST', body: fields, keepalive: true }).catch(() => null);
  if (answer && answer.status === 422) remembered.keep(REFUSED, zone); // one that the server has never heard of
}

if (zoneForm) {
  const zone = zoneHere();
  const refused = remembered.take(REFUSED);
  if (refused) remembered.keep(REFUSED, refused);
  if (zone && zone !== zoneForm.dataset.pcTold && zone !== refused) tellZone(zone);
}
