package org.peercoach.lti;

/** Hears from launches which platforms tell of changes by themselves. */
public interface NoticeOffers {

    /** A launch has shown this offer. Returns at once; what follows from it happens later. */
    void seen(ServiceTarget target, LtiLaunch.NoticeService offer);
}
