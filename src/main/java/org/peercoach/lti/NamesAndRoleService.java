package org.peercoach.lti;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The platform's list of a course's members (Names and Role Provisioning Services 2.0). Every method throws
 * {@link PlatformFault} when the platform does not do what was asked; each call uses a cached access token.
 */
public interface NamesAndRoleService {

    /** The scope that the tool asks for. */
    String SCOPE = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

    /**
     * Reads the list to its end and gives each page away as it comes, so that no more than one is ever held (LTI-N2,
     * N3). A list that cannot be read to its end is a fault, never a short list: a page without members, a next page
     * of another origin (LTI-N12), one that was read before, too many pages.
     *
     * @param page takes one page's members, in the platform's order; what it throws ends the read
     */
    End read(ServiceTarget target, Wish wish, Consumer<List<Membership>> page);

    /** Names whose queue a call joins; the same as that of the gradebook's calls (ruling 38). */
    String queueOf(ServiceTarget target);

    /**
     * What to read.
     *
     * @param url of a launch's claim, or the differences address of an earlier read
     * @param limit how many a page should hold, a hint; null leaves the address as it is
     * @param role only people with this role, as far as the platform can; null for all
     * @param resourceLinkId of whose custom parameters the list shall tell, or null
     */
    record Wish(
            String url,
            @Nullable Integer limit,
            @Nullable String role,
            @Nullable String resourceLinkId) {

        /** Everybody, in pages of about this size. */
        public static Wish everybody(String url, int limit) {
            return new Wish(url, limit, null, null);
        }

        /** What an earlier read's {@code rel=differences} address tells; it is called as it is (LTI-N5). */
        public static Wish changes(String differencesUrl) {
            return new Wish(differencesUrl, null, null, null);
        }
    }

    /**
     * How a read ended.
     *
     * @param differencesUrl where the changes since this read can be read, or null (LTI-N5)
     * @param complete false when an entry named nobody, so that no one's absence means anything
     */
    record End(@Nullable String differencesUrl, boolean complete) {}
}
