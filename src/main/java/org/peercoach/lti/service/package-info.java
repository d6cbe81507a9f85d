/** Clients of the platform's services: access tokens, Assignment and Grade Services, Names and Role Provisioning. */
@NullMarked
package org.peercoach.lti.service;

import org.jspecify.annotations.NullMarked;
