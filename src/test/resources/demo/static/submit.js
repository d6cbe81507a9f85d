// A form that posts itself: login initiation and its answer.
'use strict';
document.forms[0].submit();
