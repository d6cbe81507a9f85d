package org.peercoach.lti.launch;

import org.peercoach.lti.Landing;
import org.peercoach.lti.LaunchHandler;
import org.peercoach.lti.LtiLaunch;
import org.peercoach.lti.NoticeOffers;
import org.peercoach.lti.registration.Deployment;
import org.peercoach.lti.registration.Registration;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** The last steps of a launch: its deployment is let in, then the nonce used up and the person taken in. */
@Component
class LaunchEntry {

    private static final int TRIES = 3;

    private final Deployments deployments;
    private final UsedNonces nonces;
    private final LaunchHandler handler;
    private final NoticeOffers notices;
    private final LaunchTransactions transactions;

    LaunchEntry(
            Deployments deployments,
            UsedNonces nonces,
            LaunchHandler handler,
            NoticeOffers notices,
            LaunchTransactions transactions) {
        this.deployments = deployments;
        this.nonces = nonces;
        this.handler = handler;
        this.notices = notices;
        this.transactions = transactions;
    }

    /** @throws LaunchRefused while the deployment waits for approval (LTI-T15) */
    Deployment admit(Claims claims, Registration registration) {
        String id = String.valueOf(claims.text(Claims.DEPLOYMENT_ID));
        return deployments.admit(registration, id, LaunchReader.platform(claims));
    }

    /**
     * Uses up the nonce and takes the person in, both or neither (LTI-T12).
     *
     * @throws LaunchRefused if the nonce was used before
     */
    Landing open(LtiLaunch launch, String nonce) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(launch, nonce);
            } catch (ConcurrencyFailureException e) { // two launches in each other's way: nothing of this one is left
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private Landing once(LtiLaunch launch, String nonce) {
        Landing landing = transactions.run(() -> {
            nonces.consume(nonce);
            return handler.open(launch);
        });
        if (launch.notices() != null) {
            notices.seen(launch.target(), launch.notices());
        }
        return landing;
    }
}
