package org.peercoach.course.session;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.zone.KnownZones;
import org.peercoach.shared.ProblemPage;
import org.springframework.stereotype.Component;

/** Tells the layout what it needs of the window around a page: where it came from, how long it is signed in. */
@Component
public class Tabs {

    private final HandOvers handOvers;
    private final WaysBack waysBack;
    private final SessionCookies cookies;

    Tabs(HandOvers handOvers, WaysBack waysBack, SessionCookies cookies) {
        this.handOvers = handOvers;
        this.waysBack = waysBack;
        this.cookies = cookies;
    }

    /** The model's {@code tab} for a page of this session. */
    public Tab of(HttpServletRequest request, Session session) {
        return new Tab(
                session,
                request.getRequestURI(),
                waysBack.read(request, session).orElse(null),
                Visitor.of(request).map(Visitor::zones).orElse(null));
    }

    /** A ticket for another page of the same place; there is none for the operator, who comes by links only. */
    String ticket(HttpServletRequest request, Session session, String path) {
        if (session.place().kind() == Place.Kind.OPERATOR) {
            throw ProblemPage.notHere();
        }
        return handOvers.ticket(session, path, waysBack.read(request, session).orElse(null));
    }

    /** Properties that templates read. */
    public final class Tab {
        private final Session session;
        private final String path;
        private final @Nullable String back;
        private final @Nullable KnownZones zones;

        private Tab(Session session, String path, @Nullable String back, @Nullable KnownZones zones) {
            this.session = session;
            this.path = path;
            this.back = back;
            this.zones = zones;
        }

        /**
         * What a form that opens this page in a new tab posts to {@code /hand-over}. A cookie of the frame would not
         * reach the tab. Sealed only by pages that ask for it.
         */
        public String getTicket() {
            return handOvers.ticket(session, path, back);
        }

        /** Path that gives a fresh ticket, for a page that has been open for long. */
        public String getTicketPath() {
            return session.place().path() + "/ticket";
        }

        /** Path that leads back to the LMS, or null where the launch named no address for that. */
        public @Nullable String getLeave() {
            return back == null ? null : session.place().path() + "/leave";
        }

        /** Who may frame us, the frame itself first: the only origins that a page speaks to. */
        public String getLms() {
            return String.join(" ", session.origins());
        }

        /** The launch that the window began with. */
        public String getLaunch() {
            return session.mark();
        }

        /** Seconds until the session goes idle, unless something is opened or saved before. */
        public long getLeft() {
            return cookies.left(session).toSeconds();
        }

        /** Seconds that each use gives at least. */
        public long getAfterUse() {
            return SessionCookies.AFTER_USE.toSeconds();
        }

        /** Seconds until the session ends for good. */
        public long getEnd() {
            return cookies.end(session).toSeconds();
        }

        /** Path to post to in order to stay signed in. */
        public String getStay() {
            return session.place().path() + "/stay";
        }

        /** Path to tell the browser's time zone to, or null where it would change nothing (ruling 33). */
        public @Nullable String getZonePath() {
            boolean asked =
                    zones != null && zones.asksBrowser() && session.place().kind() != Place.Kind.PERSON;
            return asked ? session.place().path() + "/zone/browser" : null;
        }

        /** What a browser of this person has told before. */
        public @Nullable String getToldZone() {
            return zones == null ? null : zones.browser();
        }

        /** How long before the end people are told; WCAG 2.2.1 asks for 20 seconds at least. */
        public long getWarning() {
            return Duration.ofMinutes(5).toSeconds();
        }
    }
}
