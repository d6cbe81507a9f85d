/** Clients of the platform's services: access tokens, Assignment and Grade Services. */
@NullMarked
package org.peercoach.lti.service;

import org.jspecify.annotations.NullMarked;
